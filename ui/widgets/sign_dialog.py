# SPDX-License-Identifier: MIT
"""The one dialog for a signature: it reads the counts back and asks for the signer's passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.fields import label_for, name, wrapping


class SignDialog(QDialog):
    """Counts read back, then the passphrase."""

    def __init__(self, read_back: str, signer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sign the copy"))
        self.setMinimumWidth(480)
        self.text = wrapping()
        self.text.setText(read_back)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        label = label_for(self.passphrase)
        name(self.passphrase, label, self.tr("&Passphrase of {name}:").format(name=signer))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.sign_button = self.buttons.addButton(self.tr("Sign"), QDialogButtonBox.ButtonRole.AcceptRole)
        # Signing is never the answer to a stray Enter.
        self.sign_button.setAutoDefault(False)
        self.sign_button.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.passphrase.textChanged.connect(self._typed)
        form = QFormLayout()
        form.addRow(label, self.passphrase)
        whole = QVBoxLayout(self)
        whole.addWidget(self.text)
        whole.addLayout(form)
        whole.addWidget(self.buttons)

    def _typed(self, text: str) -> None:
        self.sign_button.setEnabled(bool(text))
