"""Tables for the sentence splitter: abbreviations by how they end, and words that open sentences.

Entries are case folded and lack their last full stop. One table serves all languages where an
entry is no word of another of them; `BY_LANGUAGE` adds what would be (German `art`, Russian `т`).
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_LAST = _words(
    """
    mr mrs ms messrs mme mlle dr drs prof profs gen sen sens rep reps gov govs st ste lt col capt
    cpt sgt cpl rev hon pres maj cmdr adm brig supt insp det sup vs v cf approx ca viz e.g i.e eg ie
    asst assoc amb atty bros ven fr sra sr.a srta mgr msgr sig prof.ssa dott ing gens lts cols ph
    г-н г-жа им проф акад доц ген полк гл тов св ул просп пер пл обл р-н стр рис др.-греч
    т.н т.е т.к напр вул праф вобл г.зн
    z.b u.a d.h bzw ggf evtl inkl dipl bspw sog vgl str gebr o.g i.d.r
    """
)
"""Something always follows: titles, `vs.`, `e.g.`."""

BEFORE_NUMBER = _words(
    """
    no nos nr nrs num art arts p pp vol vols fig figs sec secs ch chap par para pt ex op ver tel ext
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    circa est c § ст ч п пп с т гл № abs bd kap aufl okt dez mrz febr янв фев мар апр авг сен сент
    окт ноя нояб дек студз лют сак
    """
)
"""Ends no sentence before a number: `No. 5`, `Feb. 1`, `ст. 12`."""

SELDOM_LAST = _words(
    """
    inc corp ltd co cos plc llc jr sr esq etc al dept univ assn bldg ave blvd rd ft mt hwy gmbh cie
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    okla ore pa penn tenn tex va vt wash wis wyo
    a.m p.m u.s u.k u.n e.u d.c u.s.a n.y l.a a.d b.c ph.d m.d b.a m.a
    пр г гг р рр в вв руб коп тыс млн млрд трлн чел куб кв мін тис
    usw u.ä jh mio mrd tsd
    """
)
"""Ends a sentence only before a word that opens one: `the U.S. The`, but not `U.S. Senate`."""

FREELY_LAST = _words("т.д т.п н.э др usw т.зв")
"""Looks like initials and yet ends a sentence before any capital."""

BY_LANGUAGE: dict[str, frozenset[str]] = {
    "de": _words(
        "abb abg abt anm aufl bes ehem einschl frl geb gest hl hrsg jan kath max min nördl südl"
        " östl westl rd reg röm s sek std fa tägl verh zz zzt ms. dt engl frz russ allg"
    ),
    "ru": _words("о д к м р ж д-р пос дер пгт кв корп оф моск англ нем фр лат"),
    "be": _words("о д к м в зн інш пас воз мал кв англ ням рус бел"),
    "uk": _words("о д к м в с см обл просп бул вул пров ім англ нім рос укр"),
    "pl": _words("np tzn tj m.in ul al pl gen płk kpt ks św im prof dr hab inż mgr tys"),
    "fr": _words("m mm mgr env éd chap av apr janv févr juil"),
    "es": _words("sr sra srta dña d ud uds ee uu pág av gral cía"),
    "it": _words("sig on avv dott geom rag pag ecc"),
    "ar": _words("د م أ ا ص ت ه"),
}
"""Entries that never end a sentence, by ISO 639-1."""

ORDINAL_STOP = _words("de cs sk da nb nn no fi hu hr sl sr lv et is pl tr")
"""Languages that write an ordinal number with a full stop: `am 3. Mai`."""

OPENERS = _words(
    """
    the a an this that these those it its he she they we i you his her their our my there here
    in on at by for from with as after before since during while when where if but and or so yet
    however meanwhile both all some many most more no not one two three another other among under
    according although though because despite until what who why how which now then last earlier
    still even only such also
    він вона воно вони це у та й але що як коли якщо після також однак його її їх ми ви не
    он она они оно это этот эта эти в во на по с со из за к и а но что как когда если для при после
    также однако его ее её их мы вы я не ён яна яны гэта ў у з па і але як калі пра
    der die das den dem ein eine einen er sie es wir ich ihr in im am an auf aus bei mit nach
    von vor zu zum zur und aber doch wenn als auch nur so dann dort hier für nicht
    le la les un une il elle ils elles ce cette ces en dans sur et mais el los las una en y pero il
    lo gli i ma nel nella
    """
)
"""Words that, capitalised after a doubtful full stop, open a sentence."""

REPORTING = _words(
    "said says asked asks added adds wrote writes replied told declared quipped joked shouted"
)
"""`"Why?" Mr Smith asked.` is one sentence."""
