"""What is said right behind a name: the same in the other script, an abbreviation, a byname."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.variants import begin_alike, is_latin, words_of
from reader.analysis.model import EntityType
from reader.analysis.words.keys import key, keys
from reader.text.fold import Folding, fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from reader.analysis.entities.growing import Gathering
    from reader.analysis.model import Mention

    class _Explains(Protocol):
        """Whether the one behind a mention says the same; `known` is one that a list knows."""

        def __call__(self, mention: Mention, following: Mention, *, known: bool) -> bool: ...


_OPENING: Final = re.compile(r"[»”\"]? *[(\[] *(?P<said>(?:ب(?:اللغة )?ال\w+ة|(?:و?ال)?اختصار\w*) ?: *)?[«“\"]?")
"""Before a name in brackets; what may be said of it, that it is the same in another language («بالإنجليزية:»)."""
_CLOSING: Final = re.compile(r"[»”\"]? *[)\]]")
_CLOSING_OR_MORE: Final = re.compile(r"[»”\"]? *[)\]،,؛;]")
_BYNAME: Final = re.compile(
    r"[»”\"]?[،,]? ?[(\[]?"
    r"(?:(?:و?ال|و)?(?:شهير|معروف|ملقب|مشهور|مكني)ه?|و?[يت](?:عرف|لقب|كني))(?: ايضا| اختصارا)? ب(?:اسم |لقب )? ?[«“\"]?"
    r"|[»”\"]? [(\[] ?او [«“\"]?"
)
"""Between a name and a byname, folded."""
_LONGEST_BETWEEN: Final = 60
_TRANSLATED: Final = (EntityType.ORGANISATION, EntityType.WORK)
_CALLED_SHORTER: Final = keys(
    "اتحاد منظمة وكالة حركة وزارة هيئة جهاز قوة قوات حزب جبهة جماعة بنك مصرف إدارة مؤسسة مركز مكتب معهد صندوق مجلس"
    " جمعية مجموعة جامعة أكاديمية رابطة تنظيم بعثة برنامج حلف خطوط سوق"
)
"""Bodies whose full name is rather long, for what everybody knows («فيفا», «أوبك»). A part of one may stand before the
whole («لجنة الأخلاقيات (فيفا)», «كلية الآداب (جامعة بنغازي)»)."""
_COMPANY: Final = key("الشركة")
"""With the article it is of a full name («الشركة السعودية للصناعات الأساسية (سابك)»); else whose it is may follow."""
_AGENCIES: Final = keys("رويترز بلومبرغ شينخوا تاس نوفوستي سبوتنيك يونهاب كيودو سانا وفا واس وام أفب أب دبأ")
"""Who stands in brackets behind anybody whose picture it took."""
_OF_WHOM: Final = re.compile(r"التابع[ةه]? ل\Z")
"""Before a body to which another belongs, whose abbreviation follows («التابعة للأمم المتحدة (أونروا)»)."""
_AGENCY: Final = key("وكالة")
_LONGEST_LETTER: Final = 3
"""Letters that write a Latin one («إف بي آي»)."""


def join_scripts(gathering: Gathering) -> None:
    """A name and the one behind it that says the same in the other script, in brackets («دوكر (Docker)») or beside it
    («كريتا Krita»): a work's title, and what is said to be of another language, may be translated."""

    def explains(mention: Mention, following: Mention, *, known: bool) -> bool:
        name, other = sorted((mention.span.of(gathering.text), following.span.of(gathering.text)), key=is_latin)
        if is_latin(name) == is_latin(other):
            return False
        opening = _opening(gathering.text, mention, following)
        if opening is not None and (opening["said"] or (mention.type in _TRANSLATED and not known)):
            return True
        beside = gathering.text[mention.span.end : following.span.start] == " "
        return (opening is not None or beside) and begin_alike(name, other)

    _join_explained(gathering, list(EntityType), explains)


def join_abbreviations(gathering: Gathering) -> None:
    """A body and its abbreviation, where it is introduced («منظمة الأرض (أوم)»); one that everybody knows is that of a
    full name alone («الاتحاد الدولي لكرة القدم (فيفا)»)."""

    def explains(mention: Mention, following: Mention, *, known: bool) -> bool:
        if _opening(gathering.text, mention, following) is None or _OF_WHOM.search(
            gathering.text, max(0, mention.span.start - _LONGEST_BETWEEN), mention.span.start
        ):
            return False
        name, short = words_of(gathering.surface(mention)), words_of(gathering.surface(following))
        if len(short) > 1 and any(len(word) > _LONGEST_LETTER for word in short):
            return False
        kind = name[0].removeprefix("ال")
        if "".join(short).replace(".", "") in _AGENCIES:
            return kind == _AGENCY
        return not known or (len(name) > 2 and (kind in _CALLED_SHORTER or name[0] == _COMPANY))

    _join_explained(gathering, [EntityType.ORGANISATION], explains)


def join_bynames(gathering: Gathering) -> None:
    """What somebody or something is said to be called besides: «الشهير بـ», «الملقب بـ», «(أو …)»."""

    def explains(mention: Mention, following: Mention, *, known: bool) -> bool:
        between = gathering.text[mention.span.end : min(following.span.start, mention.span.end + _LONGEST_BETWEEN)]
        return not known and _BYNAME.fullmatch(fold(between, Folding.NAMES).text) is not None

    _join_explained(gathering, list(EntityType), explains)


def _join_explained(gathering: Gathering, types: Iterable[EntityType], explains: _Explains) -> None:
    """Joins what stands behind a name of its type and explains it; what was met before, and not by this form alone, or
    is in the lists like that name, is another."""
    for type_ in types:
        owner = {mention.span: cluster for cluster in gathering.of(type_) for mention in cluster.mentions}
        mentions = sorted((mention for one in gathering.of(type_) for mention in one.mentions), key=lambda m: m.span)
        for mention, following in pairwise(mentions):
            one, other = owner[mention.span], owner[following.span]
            new = other.first == following.span.start or len(other.forms) == 1
            if one is other or not new or (one.known and other.known):
                continue
            if explains(mention, following, known=other.known):
                owner |= {taken.span: one for taken in other.mentions}
                one.take(other)


def _opening(text: str, mention: Mention, following: Mention) -> re.Match[str] | None:
    """What opens the brackets in which the following name stands behind the mention."""
    opens = _OPENING.fullmatch(text, mention.span.end, following.span.start)
    closing = _CLOSING_OR_MORE if opens is not None and opens["said"] else _CLOSING
    return opens if closing.match(text, following.span.end) is not None else None
