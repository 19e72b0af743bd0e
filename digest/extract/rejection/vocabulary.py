"""Words of pages that are there to be used: buttons, fields of forms, the site's own matters.

Tables only: what a site's controls are called is fixed, and all languages stand in one.
"""

from __future__ import annotations

import re

CALLS = frozenset(
    "abonnieren accept acheter acquista add aggiungi ajouter anfragen anmelden anrufen apply ask"
    " autoplay bestellen bewerben book browse buchen buscar buy cancel cerca change chat check"
    " choose clear click commander compare compartir comprar condividi contact continue create"
    " delete descargar display dodaj donate download drucken drukuj edit einloggen embed enrol"
    " enroll enter enviar envoyer explore filter find follow fullscreen get give go herunterladen"
    " hide hochladen imprimer inscribirse install iscriviti join jump kaufen kontaktieren kup"
    " learn leave like load log manage melden merken message mute open order partager pay pick"
    " play pobierz post postuler prenota press previous print rate rechercher refine register"
    " registrieren renew reply report request reservar reserve reservieren reset reveal save"
    " scarica search select send senden set share show sign skip sort speichern spenden start"
    " submit subscribe suchen szukaj teilen tell tick track try turn unfollow unsubscribe upgrade"
    " upload vergleichen verify view vote watch weiter write wybierz zaloguj zapisz zarejestruj"
    " войти выбрать добавить забронировать заказать записаться зарегистрироваться искать купить"
    " найти оплатить оставить ответить отправить поделиться подписаться пожаловаться позвонить"
    " показать пройти скачать сохранить añadir hinzufügen kündigen löschen pokaż réserver"
    " télécharger udostępnij wyślij zamów zurück".split()
)
"""First words of buttons: what one does with a page and not what a heading says of the world."""

SITE = frozenset(
    "abo abonnement abonnenten account accounts ad ads advert advertise advertisers agb anbieter"
    " anmelden anmeldung app apps bestellung booking browser cancellation captcha careers checkout"
    " click conditions connexion cookie cookies customer customers datenschutz delivery device"
    " devices discount download downloads e-mail e-paper email faq gutschein haftung impressum"
    " inbox invoice javascript kennwort konta konto kundennummer kundenservice lieferung link log"
    " logged login logout menu newsletter newsletters nutzer nutzung nutzungsbedingungen page"
    " password passwort payment policy polityka postage privacidad privacy rechnung refund refunds"
    " register registered registration registrierung regulamin regulaminu reviews seite serwis"
    " serwisu shipping site sitemap spam subscribe subscriber subscribers subscription"
    " subscriptions terms tickets unsubscribe user username users usuario usuarios utente utenti"
    " utilisateur utilisateurs verlag versand visitors voucher webpage webseite website widerruf"
    " zahlung аккаунт данных доставка доставки заказ заказа конфиденциальности оплата оплаты"
    " пароль персональных подписка подписки пользователей пользователь пользовательское"
    " пользователю пользователя рассылка регистрации регистрация редакция сайт сайта сайте"
    " соглашение соглашением соглашения файлы abonnés confidentialité contraseña"
    " datenschutzerklärung hasło kündigen prywatności płatność usługi użytkownicy użytkownik"
    " użytkownika zamówienie".split()
)
"""What a site speaks of when it speaks of itself."""

FIELD = re.compile(
    r"(?:(?:your|enter|ihre?|deine?|ваш|ваше) )*(?:e-?mail(?:[ -]address|-adresse)?"
    r"|(?:first|last|full|user|family)[ -]?name|name|vorname|nachname|phone(?: number)?|telefon"
    r"|password|passwort|kennwort|post ?code|zip(?: code)?|plz|qty|quantity|menge|message"
    r"|nachricht|address|answer|card number|date of birth|имя|фамилия|телефон|пароль|почта"
    r"|adres e-mail|imię|nazwisko|hasło)(?:\s*\d{1,3})?\W*"
    r"|[\[(]\s?[xX✓]?\s?[\])].*|[☐☑✓✗✔✘○◯]\s.*",
    re.IGNORECASE,
)
"""A whole field of a form or a box to tick."""
PRICE = re.compile(
    r"(?:[$€£₽]|\b(?:eur|usd|gbp|pln|chf|rub)) ?\d|\d ?(?:[€£$₽]|(?:zł|руб|eur|pln|usd|chf)\b)",
    re.IGNORECASE,
)
RATING = re.compile(
    r"[★☆✩⭐]|\b\d(?:[.,]\d)? ?/ ?(?:5|10)\b"
    r"|\b\d[\d.,]{0,9}k? (?:reviews|ratings|votes|bewertungen|отзыв)",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"[\w.+-]{1,60}@[\w-]{1,60}\.\w|(?:\+|\b0)\d[\d ()/-]{4,20}\d|\btel\b", re.IGNORECASE
)
"""An address or a number to call."""
CLAUSE = re.compile(r"§|\d{1,2}\.\d{1,2}\.?\s+[^\W\d_a-z]|\(\d{1,2}\)\s")
"""How the clauses of terms begin."""
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
