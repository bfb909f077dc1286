# SPDX-License-Identifier: MIT
"""The sentence model in torch: the first layers of the base, with a head of ten classes over the sentence's mean."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from base import Base
from torch import Tensor, nn
from torch.nn import functional

LINEAR = ("q", "k", "v", "ao", "fi", "fo")
NORMS = ("aln", "oln")


class Layer(nn.Module):
    """A post-norm transformer layer (BERT)."""

    def __init__(self, base: Base, at: int) -> None:
        super().__init__()
        width, inner = base.width, base.inner
        sizes = {"fi": (width, inner), "fo": (inner, width)}
        self.heads = base.heads
        self.parts = nn.ModuleDict({name: nn.Linear(*sizes.get(name, (width, width))) for name in LINEAR})
        self.norms = nn.ModuleDict({name: nn.LayerNorm(width, eps=1e-12) for name in NORMS})
        self.drop = nn.Dropout(0.1)
        with torch.no_grad():
            for name, part in self.parts.items():
                part.weight.copy_(torch.tensor(base.packed(f"l{at}.{name}.w", part.weight.shape[0])))
                part.bias.copy_(torch.tensor(base.whole(f"l{at}.{name}.b")))
            for name, norm in self.norms.items():
                norm.weight.copy_(torch.tensor(base.whole(f"l{at}.{name}.w")))
                norm.bias.copy_(torch.tensor(base.whole(f"l{at}.{name}.b")))

    def forward(self, states: Tensor, shown: Tensor) -> Tensor:
        """States of a batch to the next states; `shown` is false where there is only padding."""
        count, length, width = states.shape
        query, key, value = (
            self.parts[name](states).view(count, length, self.heads, -1).transpose(1, 2) for name in "qkv"
        )
        dropped = 0.1 if self.training else 0.0
        seen = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=shown[:, None, None, :], dropout_p=dropped
        )
        seen = self.parts["ao"](seen.transpose(1, 2).reshape(count, length, width))
        states = self.norms["aln"](states + self.drop(seen))
        inner = self.parts["fo"](functional.gelu(self.parts["fi"](states)))
        return self.norms["oln"](states + self.drop(inner))


class SentenceNetwork(nn.Module):
    """Words, places, layers, head. Words and places stay as they are: a few sentences would spoil rare ones."""

    def __init__(self, base: Base, kept: Sequence[int], depth: int, classes: int) -> None:
        super().__init__()
        width = base.width
        places = torch.tensor(base.whole("emb.pos").reshape(base.places, width))
        kind = torch.tensor(base.whole("emb.type").reshape(-1, width)[0])
        self.register_buffer(
            "words", torch.tensor(base.packed("emb.word", len(base.pieces) + 35)[list(kept)])
        )
        self.register_buffer("places", places + kind)
        self.first = nn.LayerNorm(width, eps=1e-12)
        with torch.no_grad():
            self.first.weight.copy_(torch.tensor(base.whole("emb.ln.w")))
            self.first.bias.copy_(torch.tensor(base.whole("emb.ln.b")))
        self.layers = nn.ModuleList(Layer(base, at) for at in range(depth))
        self.head, self.out, self.drop = nn.Linear(width, width), nn.Linear(width, classes), nn.Dropout(0.2)

    def forward(self, rows: Tensor, shown: Tensor, counted: Tensor) -> Tensor:
        """Sums for each class; `counted` is 1 at the pieces of the sentence itself."""
        states = self.first(self.words[rows] + self.places[: rows.shape[1]])
        for layer in self.layers:
            states = layer(states, shown)
        mean = (states * counted[..., None]).sum(1) / counted.sum(1, keepdim=True)
        return self.out(self.drop(torch.tanh(self.head(self.drop(mean)))))
