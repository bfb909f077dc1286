# SPDX-License-Identifier: MIT
"""The language of the window: every view hears LanguageChange and says itself anew."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from reviewer.model.document import Language
from reviewer.workflow import places

_LOCALES = {
    Language.EN: QLocale(QLocale.Language.English, QLocale.Country.Canada),
    Language.FR: QLocale(QLocale.Language.French, QLocale.Country.Canada),
}


class Tongue(QObject):
    """Speaks one of the two languages and can change it while the window is open.

    Signals:
        changed: the new Language, after its words are in place.
    """

    changed = Signal(object)

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = QTranslator(self)
        self._qt = QTranslator(self)
        self.language = language
        self._install()

    @property
    def locale(self) -> QLocale:
        """How dates and numbers are written."""
        return _LOCALES[self.language]

    def speak(self, language: Language) -> None:
        """Change the language of everything that is on the screen."""
        if language is self.language:
            return
        self.silence()
        self.language = language
        self._install()
        self.changed.emit(language)

    def silence(self) -> None:
        """Take the translators away."""
        QCoreApplication.removeTranslator(self._ours)
        QCoreApplication.removeTranslator(self._qt)

    def _install(self) -> None:
        QLocale.setDefault(self.locale)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt.load(f"qtbase_{self.language}", folder):
            QCoreApplication.installTranslator(self._qt)
        if self._ours.load(str(places.translation(self.language))):
            QCoreApplication.installTranslator(self._ours)
