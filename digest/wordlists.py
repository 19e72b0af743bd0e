"""Small words by language, for the ranker: function words, openings that lean on what came before.

Keys are ISO 639-1. A language without an entry is ranked by counts and place alone.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": _words(
        """
        a able about above according across actually after afterwards again against all
        almost alone along already also although always am among amongst an and another any
        anybody anyone anything anyway anywhere apart are around as aside ask asking at
        available away b be became because become becomes becoming been before behind being
        believe below beside besides best better between beyond both but by c came can can't
        cannot certain certainly clearly come comes consider containing contains could
        couldn't course currently d definitely described despite did didn't different do
        does doesn't doing don't done down during e each eight either else elsewhere enough
        entirely especially etc even ever every everybody everyone everything everywhere
        exactly example except f far few fifth first five followed following follows for
        former formerly forth four from further furthermore g get gets getting given gives
        go goes going gone got h had hadn't happens hardly has hasn't have haven't having he
        he'd he'll he's help hence her here hers herself him himself his how however i i'd
        i'll i'm i've if immediate in indeed instead into is isn't it it's its itself j just
        k keep keeps kept know known knows l largely last lately later latter least less let
        let's like likely little look looking looks m made mainly make makes many may maybe
        me mean meanwhile merely might more moreover most mostly much must my myself n near
        nearly necessary need needs neither never nevertheless new next nine no nobody none
        nor not nothing now nowhere o obviously of off often okay old on once one ones only
        onto or other others otherwise our ours ourselves out outside over overall own p
        particular particularly per perhaps plus possible presumably probably provides put q
        quite r rather really regarding regardless relatively respectively right s said same
        saw say saying says second see seem seemed seeming seems seen self sent seven
        several shall she she'd she'll she's should since six so some somebody somehow
        someone something sometime sometimes somewhat somewhere soon sorry still such sure t
        take taken tell ten than thank thanks that that's the their theirs them themselves
        then there there's therefore these they they'd they'll they're they've think third
        this those though three through throughout thus to together told too took toward
        towards tried tries truly try trying twice two u under unless unlikely until up upon
        us use used useful uses using usually v various very via w want wants was wasn't way
        we we'd we'll we're we've well went were weren't what what's whatever when whenever
        where whereas wherever whether which while who who's whole whom whose why will wish
        with within without won't wonder would wouldn't x y yes yet you you'd you'll you're
        you've your yours yourself yourselves z
        """
    ),
    "ru": _words(
        """
        а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже
        для до его ее её ей ему если есть еще ещё же за здесь и из или им их к как ко когда кто ли
        либо между меня мне много может можно мой мы на над надо наш не него нее неё нет ни них но
        ну о об однако он она они оно от очень перед по под после потом при про с сам свой себя
        сейчас со так также там тем то того тоже той только том тот ту ты у уже хотя чего чем что
        чтобы эта эти это этого этой этом этот я сказал сказала
        """
    ),
    "be": _words(
        """
        а або аб ад ажно але без бо быў была былі было быць вы гэта гэтага гэтай гэты гэтыя да для
        дзе ды ж з за і іх каб калі каля ці мне між мы на над наш не ні няма пад паміж па пасля
        перад пра праз пры с сам свой сябе так таксама там то той толькі тым у ў хоць хто што я як
        якая
        які якія яго яе ён яна яны яшчэ сказаў сказала заявіў
        """
    ),
    "uk": _words(
        """
        а або але без би був була були було бути в вас ви від він вже вона вони воно все всі для до
        же з за зі і із або її їй їм їх його й йому коли ми між може на над нас наш не ні ніж під
        після по при про саме свій себе та так також там те ті тим то той тому у хто це цей ці ця чи
        що щоб як яка який які я сказав заявив
        """
    ),
    "de": _words(
        """
        aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dem den denn
        der des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen
        einer eines er es etwas für gegen hat hatte hatten haben hier ich ihm ihn ihr ihre im in ist
        ja jede kann kein keine können machen man mehr mein mit muss nach nicht noch nun nur ob oder
        ohne sehr sei sein seine sich sie sind so soll sollte über um und uns unter vom von vor war
        waren was weil wenn wer werden wie wieder will wir wird wo worden wurde wurden zu zum zur
        zwischen sagte
        """
    ),
    "fr": _words(
        """
        a à au aussi aux avec ce ces cette comme dans de des du elle elles en entre est et été être
        eu fait il ils je la le les leur leurs lui mais même ne nous on ont ou où par pas plus pour
        qu que qui sa sans se ses si son sont sous sur tout très un une vous y avait était dit selon
        """
    ),
    "es": _words(
        """
        a al algo como con contra cuando de del desde donde dos durante e el ella ellos en entre era
        es esa ese esta este esto fue ha había han hasta hay la las le les lo los más me mi muy no
        nos o otro para pero por porque que qué quien se ser si sin sobre son su sus también tan te
        tiene todo tras un una uno y ya yo dijo según
        """
    ),
    "pl": _words(
        """
        a aby ale bez bo był była było były być by co czy dla do gdy i ich im jak jako jego jej jest
        jeszcze już kiedy który która które lub ma mnie może my na nad nie niż o od on ona oni oraz
        po pod przed przez przy są się tak także tam też to tej tego tym tylko u w we więc wraz z za
        ze że powiedział
        """
    ),
}

LEANING: dict[str, frozenset[str]] = {
    "en": _words(
        """
        he she it they his her hers its their theirs him them himself herself itself themselves
        this that these those such but and or nor so yet also however moreover furthermore meanwhile
        therefore thus hence instead otherwise nevertheless nonetheless then consequently besides
        likewise similarly additionally still afterwards
        """
    ),
    "ru": _words(
        """
        он она оно они его ее её их ему ей им это этот эта эти такой такая такие и а но же однако
        также кроме поэтому затем тем там тогда потом впрочем более
        """
    ),
    "be": _words(
        """
        ён яна яно яны яго яе іх яму ёй ім гэта гэты гэтая гэтыя і а але аднак таксама таму
        затым там
        """
    ),
    "uk": _words(
        """
        він вона воно вони його її їх йому їй їм це цей ця ці і й а але однак також тому
        потім там
        """
    ),
    "de": _words(
        """
        er sie es sein seine ihr ihre ihm ihn ihnen dies diese dieser dieses und aber oder doch
        jedoch auch deshalb daher damit dabei dann außerdem zudem dagegen trotzdem stattdessen so
        """
    ),
    "fr": _words(
        """
        il elle ils elles ce cet cette ces cela ça son sa ses leur leurs lui et mais ou donc or
        cependant toutefois ainsi alors ensuite puis pourtant aussi
        """
    ),
    "es": _words(
        """
        él ella ellos ellas esto este esta estos estas eso ese esa su sus y e pero o sin además
        también así entonces luego por
        """
    ),
    "pl": _words(
        """
        on ona ono oni one jego jej ich to ten ta te ci i a ale lub jednak także też więc
        dlatego potem
        """
    ),
}
"""Words whose opening a sentence sends the reader to the sentence before."""

FIRST_PERSON: dict[str, frozenset[str]] = {
    "en": _words(
        """
        i i'd i'll i'm i've me my myself our ours us we we'd we'll we're we've you you'd you'll
        you're you've your yours
        """
    ),
    "ru": _words(
        """
        я мы меня мне мной нас нам мой моя мое мои наш наша наше наши ты вы вас вам ваш
        """
    ),
    "be": _words("я мы мяне мне нас нам мой мая мае наш наша нашы ты вы вас вам ваш"),
    "uk": _words("я ми мене мені нас нам мій моя моє наш наша наші ти ви вас вам ваш"),
    "de": _words("ich wir mich mir uns mein meine unser unsere du dich dir euch"),
    "fr": _words("je j'ai nous me moi mon ma mes notre nos tu vous votre vos"),
    "es": _words("yo nosotros me mi mis nos nuestro nuestra tú usted ustedes"),
    "pl": _words("ja my mnie mi nas nam mój moja nasz nasza ty wy was wam"),
}
"""Speech rather than report: the speaker's view, seldom the news."""

REPORTING: dict[str, frozenset[str]] = {
    "en": _words("said says told tells added adds"),
    "ru": _words("сказал сказала сказали говорит добавил добавила рассказал рассказала"),
    "be": _words("сказаў сказала сказалі кажа дадаў дадала расказаў расказала"),
    "uk": _words("сказав сказала сказали каже додав додала розповів розповіла"),
    "de": _words("sagte sagten sagt fügte ergänzte"),
    "fr": _words("dit déclaré ajouté ajoute"),
    "es": _words("dijo dijeron dice añadió agregó"),
    "pl": _words("powiedział powiedziała mówi dodał dodała"),
}
"""Words by which a sentence hands on what someone said: comment more often than the event."""
