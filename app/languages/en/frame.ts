/** The frame of every page, the home page, errors, forms and privacy. */
export const frame = {
  "language.en": "English",
  "language.fr": "French",
  "page.skip": "Skip to content",
  "page.navigation": "Main",
  "page.language": "Language",
  "page.letters": "Letters",
  "page.write": "Write",
  "page.mine": "My letters",
  "page.login": "Log in",
  "page.theme": "Appearance",
  "page.theme.auto": "As the device",
  "page.theme.light": "Light",
  "page.theme.dark": "Dark",
  "page.privacy": "Personal data",
  "page.mail": "Kept mail",
  "page.promise":
    "Tribune: open letters whose text is frozen, signatures that are confirmed, a discussion one can quote.",
  "pager.label": "Pages",
  "pager.next": "Next page",
  "pager.first": "First page",
  "home.title": "Where an industry speaks in public about its rules",
  "home.lead":
    "Open letters whose text cannot move under those who signed it, signatures that were confirmed, and a discussion anybody can follow and quote.",
  "home.write": "Write a letter",
  "home.read": "Read the letters",
  "home.promises": "What Tribune promises",
  "home.promise.text":
    "You signed this text. A signature names one version of a letter by its hash, and that version never changes.",
  "home.promise.organisation":
    "Employers are not signatories. What people say of where they work identifies them and binds nobody else.",
  "home.promise.answer":
    "You answered this point. Every comment has its own address and its place in the thread.",
  "home.promise.record":
    "Nothing is done in the dark. Edits keep their history, and what is deleted leaves a trace.",
  "form.optional": "(optional)",
  "form.save": "Save",
  "form.summary_one": "One thing to put right",
  "form.summary_other": "{{count}} things to put right",
  "form.tooLong": "This is too long.",
  "form.choice.wrong": "Choose one of the answers offered.",
  "form.name.missing": "Enter your name.",
  "form.email": "E-mail address",
  "form.email.missing": "Enter your e-mail address.",
  "form.email.wrong": "Enter an e-mail address in the form name@example.org.",
  "form.password": "Password",
  "form.password.hint":
    "At least {{shortest}} characters. A short sentence is easy to remember and hard to guess.",
  "form.password.missing": "Enter your password.",
  "form.password.short": "The password is too short: use at least 10 characters.",
  "form.password.known":
    "The password is one of those that are tried first: many people took it. Choose another; a short sentence is hard to guess.",
  "form.password.ofTheSite":
    "The password is made of words of this site alone, and easy to guess. Choose another; a short sentence is hard to guess.",
  "form.tooOften":
    "That was tried too often. Wait a while, an hour at most, then try again; what you typed is still here.",
  "form.loggedOut":
    "You are not logged in any more, so this was not saved yet. Everything you typed is still here.",
  "error.400.title": "This request cannot be read",
  "error.400.text": "Something in it is not in the form that was expected. Go back and try again.",
  "error.403.title": "This is not for you to do",
  "error.403.text": "You are not allowed to do this with your account.",
  "error.404.title": "There is no such page",
  "error.404.text": "The address may be mistyped, or what stood here is private or gone.",
  "error.429.title": "Too many attempts",
  "error.429.text": "That was tried too often. Wait a while, an hour at most, then try again.",
  "error.500.title": "Something went wrong on our side",
  "error.500.text": "It has been written to the log. Try again in a moment.",
  "plain.400.title": "This request cannot be read",
  "plain.400.text":
    "It is no form, it is not written in UTF-8, or its address is broken. Nothing was changed. Go back and try again.",
  "plain.403.title": "This request came from another site",
  "plain.403.text":
    "Tribune takes forms only from its own pages. Nothing was changed. Open the page on Tribune itself and try again.",
  "plain.405.title": "This page is only read or sent forms",
  "plain.405.text": "The kind of request is one Tribune does not know. Nothing was changed.",
  "plain.413.title": "This is too large",
  "plain.413.text":
    "What you sent is larger than Tribune takes: 1 MB for a form, 8 MB for a picture. Nothing was changed. Go back: your browser still holds what you wrote.",
  "plain.500.title": "Something went wrong on our side",
  "plain.500.text": "It has been written to the log. Try again in a moment.",
  "plain.503.title": "The database is away",
  "plain.503.text": "Tribune cannot reach its database at this moment. It usually comes back within seconds.",
  "banner.label": "Notice to all readers",
  "banner.readOnly":
    "Tribune is in read-only mode: everything can be read, nothing can be written for a while.",
  "plain.readOnly.title": "Nothing can be written at the moment",
  "plain.readOnly.text":
    "Tribune is being looked after: everything can be read, nothing can be written for a while. Nothing was changed.",
  "plain.busy.title": "Try again in a moment",
  "plain.busy.text":
    "Very many people are here at once, and Tribune cannot take your request this second. It will in a moment.",
  "plain.kept":
    "Nothing you typed is lost: it is below, and the button sends it again. Passwords are the exception.",
  "plain.again": "Try again",
  "plain.home": "Home page",
  "plain.reference": "Reference for the operator: {{reference}}",
  "keptMails.title": "Kept mail",
  "keptMails.text": "No mail server is set (SMTP_URL), so mail is kept here instead of being sent.",
  "keptMails.none": "No mail yet.",
  "privacy.lead":
    "Tribune asks for as little as it can, shows only what you chose to show, and lets you take it back.",
  "privacy.sign.title": "When you sign",
  "privacy.sign.text":
    "We keep your name, your e-mail address and what you choose to add. Signing may tell your political opinion, so we ask for your explicit consent, and keep which text you agreed to and when. Your address is never shown and never given to the author: it gets the links to confirm and withdraw your signature and a mail when the text that you signed has a new version, and news of the letter only if you ticked that box. Your name is shown, and in the list that the author downloads, only if you ticked that box. The page for the press quotes what you wrote only if you permitted that, a third box, and stops when you take it back. The link in every mail withdraws the signature at any time.",
  "privacy.account.title": "When you join",
  "privacy.account.text":
    "We keep your name, your address, your language and a hash of your password. Deleting your account in the settings removes all of these at once, with the drafts that nobody writes with you.",
  "privacy.discussion.title": "When you comment",
  "privacy.discussion.text":
    "Comments are public under your name. You may edit them, with their history kept, and delete them; a deleted comment leaves an empty place so that the replies still make sense. The passage of a rule that you comment on is kept with your comment when the rule changes. Who answers for an official text is named in the public log, and an official answer leaves its mark when it is deleted.",
  "privacy.told.title": "When you follow something",
  "privacy.told.text":
    "With an account you are told of what concerns you. We keep what you follow, how often you want to be mailed, what you were told and whether you read it; all of it goes with the account. Mails hold no pictures and no traces, and each can be ended by one click. An address that its mail server refuses is noted, so that nothing more is sent there.",
  "privacy.report.title": "When you report something",
  "privacy.report.text":
    "We keep the reason, your words and, if you give them, your name and address: for moderators alone, never for whoever wrote what you report. You get a receipt and the outcome. The public log says what was decided, and names neither you nor the author.",
  "privacy.organisation.title": "When you join an organisation",
  "privacy.organisation.text":
    "Your public name and your role stand on its page, and its members see in a log what you did for it. You leave at any time; the log keeps what was done, without your name once your account is deleted. When you sign for it, it knows who did; others do only if you ticked that box. An address that you prove is kept until its link is used, a day at most; what stays is its domain. The address of an invitation is kept until the invitation is used, taken back or two weeks old.",
  "privacy.coAuthors.title": "When you write a letter with others",
  "privacy.coAuthors.text":
    "The other co-authors see your public name, your role, the organisation you write for, what you did in a log, and which states of the draft are yours. Nobody else does until the letter is published, but whoever has a secret link that its authors made reads the text, without names of co-authors. The address of an invitation is seen by the letter’s authors and kept until the invitation is used, taken back or two weeks old. Once your account is deleted, the log keeps what was done, without your name.",
  "privacy.cookies.title": "Cookies",
  "privacy.cookies.text":
    "One for your session, one while you join, one of ten minutes while you log in with a passkey, one for five seconds after you send a form, so that you see at once what you did, and two that remember language and appearance. None of them follows you, so there is no banner. There is no third party on these pages.",
  "privacy.rights.title": "Your rights",
  "privacy.rights.text":
    "You may see, correct and erase what concerns you, and complain to your data protection authority (in France, the CNIL). The page “My data” does it by a link to your mailbox, without an account. For a signature that was collected elsewhere and imported, write to whoever runs this site, at the address its mails come from.",
} as const;
