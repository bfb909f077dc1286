# SPDX-License-Identifier: MIT
"""Names that are also everyday words: in small letters, standing in a sentence, they are the word."""

from __future__ import annotations

_WORDS = """
amber april art august baker banks bell best bill black brown carter case chance charity claire cook crystal daisy
dawn day dean drew eve faith field fisher fleur frank gene ginger grace grand grant gray green guy harry hart
heather hill hope hunter iris ivy jack jay joy june king knight lake lance law lily long lord lucky major marina
mark may melody miles miller moore noble norm olive page park parent patience pearl peg penny petit pierre pope
porter power powers price prudence ray reed rich rivers robin roche rose rusty sage sandy savage sharp short
singer skip stone story strong sue summer sun terry violet walker wall ward waters weeks west wells white will
win winter wise wood woods young blanc blanche bois bon bonne boucher boulanger brun cartier champagne charpentier
chevalier comte cote fontaine forest fortier gagne guerre jeune laurent lion loup marchand marin martin meunier
moulin noel noir olivier ouellet page pages paquet pont potvin pre printemps prudent rivard riviere roi rousseau
roux sauvage savoie simple tanguay vert vigneault ville voyer
"""
ALSO_WORDS = frozenset(_WORDS.split())
"""Folded words. The list makes a warning of a hit; it never hides one."""

_ARTICLES = "a an au aux da de del des di du en et la le les of the to un une y"
ARTICLES = frozenset(_ARTICLES.split())
"""First pieces that make a phrase of a split surname: "du bois" is wood, "Du Bois" is somebody."""

ELISIONS = frozenset("cdjlmnst")
"""The same before an apostrophe: "l'heureux élu" is not L'Heureux."""

_PREFIXES = "de des di du fitz la le mac mc o saint st ste van von"
PREFIXES = frozenset(_PREFIXES.split())
"""Beginnings of surnames that carry a capital inside: "McDonald" does not hold the word "Donald"."""

_PAIRS = """
al:ready al:ways an:other any:body any:how any:more any:one any:thing any:time any:way any:where back:up be:come
before:hand can:not every:body every:day every:one every:thing every:where for:ever how:ever in:deed in:side in:stead
in:to it:self log:in may:be mean:time mean:while more:over no:body none:theless no:thing no:where on:line on:to
out:side over:all over:ride over:see over:time set:up some:body some:how some:one some:thing some:time some:times
some:what some:where through:out to:day to:gether to:night up:date up:on what:ever when:ever where:ever who:ever
with:in with:out work:shop
aussi:tot au:tour bien:tot en:fin en:semble en:suite entre:temps lors:que par:fois par:tout plu:part pour:quoi
pour:tant puis:que quel:que quelque:fois quoi:que si:non sur:tout tou:jours toute:fois
"""
TWO_WORDS = frozenset(each.replace(":", "") for each in _PAIRS.split())
"""Folded everyday words that are also two words: "in to" is not a withheld "into"."""
