"""Made-up languages: one that marks every text, one where every text is twice as long."""

from desktop import i18n


class Doubled(i18n.gettext.NullTranslations):
    """A language that needs twice the room of English."""

    def gettext(self, message: str) -> str:
        return f"{message} {message}"


class Marked(i18n.gettext.NullTranslations):
    """A language that is told from every text that was not translated."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"
