"""Words that a site speaks of itself with: tables, languages side by side."""

from __future__ import annotations

# Site talk: what a site says of itself, as words and as pairs of words. Two different ones, and a
# word for reader or site beside them, make a line the site's.
SITE_WORDS = frozenset(
    "newsletter newsletters inbox subscribe subscriber subscribers subscription subscriptions"
    " unsubscribe cookies moderated "
    "moderator moderators contribution browser javascript recaptcha website app podcast"
    " abonnieren newsletterabo "
    "datenschutz kommentarspalte подпишитесь подписывайтесь подписка рассылку рассылка "
    "телеграм канал abonnez suscríbete iscriviti ctrl".split()
)
SITE_PAIRS = frozenset(
    tuple(pair.split("+"))
    for pair in (
        "sign+up signing+up log+in logged+in free+account your+account privacy+policy"
        " privacy+centre privacy+center privacy+notice use+cookies cookie+policy "
        "house+rules this+site this+page web+site our+journalism our+coverage our+newsroom"
        " our+readers our+partners our+site "
        "our+community our+reporters our+channel readers+like free+of click+here tap+here"
        " click+below ad+blocker follow+us join+us "
        "contact+us visit+our support+us your+choices your+consent your+email your+preferences"
        " your+device third+party personal+data "
        "share+your share+this your+story your+thoughts your+views your+comments your+comment"
        " text+us email+us get+in in+touch "
        "one+off use+of comments+are comments+policy your+inbox full+list on+twitter"
        " on+facebook on+instagram on+telegram this+email signed+up forwarded+to up+here"
        " your+feedback our+stories our+reporting our+work please+note we+publish free+to"
        " by+readers"
        " small+favour small+favor reading+us as+little external+content external+provider"
        " one+click kostenlosen+newsletter unserem+kostenlosen unserem+newsletter"
        " unseren+newsletter"
        " this+content our+articles our+email the+editor audience+measurement"
        " advertisement+tracking"
    ).split()
)
SITE_PERSONS = frozenset(
    "you your yours our us we please uns unser unsere unserem du dich dein deine sie ihre "
    "ihren вы вас ваш вашу нас наш нашем наша vous votre nous usted su voi".split()
)
