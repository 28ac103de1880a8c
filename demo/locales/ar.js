/**
 * Arabic, which Newsrack does not speak by itself: every sentence of every widget. A page that imports this file, with
 * `newsrack` mapped to `locales.js` or to the npm package, has widgets that speak it wherever `lang` is `ar`.
 */
import { plural, registerLocale } from 'newsrack';

const articles = { zero: 'لا مقالات', one: 'مقال واحد', two: 'مقالين', few: '# مقالات' };
const comments = { zero: 'لا تعليقات', one: 'تعليق واحد', two: 'تعليقان', few: '# تعليقات' };
const several = (forms) => plural('ar', forms);

const moreArticles = several({ ...articles, many: '# مقالًا', other: '# مقال' });
const numberOfComments = several({ ...comments, many: '# تعليقًا', other: '# تعليق' });
const minutes = several({
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  many: '# دقيقة',
  other: '# دقيقة',
});
const seconds = several({
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  many: '# ثانية',
  other: '# ثانية',
});

registerLocale('ar', {
  ask: (host) => `إظهار المحتوى من ${host}`,
  common: {
    by: (names) => `بقلم ${names}`,
    untitled: 'بلا عنوان',
    empty: 'لا توجد مقالات بعد.',
    more: 'مقالات أخرى',
    moreShown: (count) => `أُضيف ${moreArticles(count)}`,
    noMore: 'لا توجد مقالات أخرى',
    waiting: (count) => (count === 1 ? 'إظهار مقال جديد' : `إظهار الجديد: ${moreArticles(count)}`),
    moreFromAuthor: 'للكاتب أيضًا',
    loading: 'جارٍ التحميل',
    unreachable: 'تعذّر الوصول إلى هذا المحتوى.',
    missing: 'لم يعد هذا المحتوى متاحًا.',
    failed: 'تعذّر عرض هذا المحتوى.',
    retry: 'إعادة المحاولة',
  },
  article: {
    originally: (publisher) => `نُشر أصلًا في ${publisher}`,
    updated: (date) => `حُدّث ${date}`,
    readingTime: (count) => `قراءة ${minutes(count)}`,
    membersOnly: 'هذا المقال لأعضاء الناشر.',
    protected: 'هذا المقال محميّ بكلمة مرور.',
    readAt: (publisher) => `اقرأه في ${publisher}`,
    aboutAuthors: (count) => (count === 1 ? 'عن الكاتب' : 'عن الكتّاب'),
    table: 'جدول',
  },
  'comment-box': {
    comments: (count) => (count === undefined ? 'التعليقات' : numberOfComments(count)),
    empty: 'لا توجد تعليقات بعد.',
    more: 'تعليقات أخرى',
    moreShown: (count) => `أُضيف ${numberOfComments(count)}`,
    noMore: 'لا توجد تعليقات أخرى',
    write: 'أضف تعليقًا',
    answering: (name) => `الرد على ${name}`,
    cancel: 'إلغاء الرد',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    emailNote: 'لن يظهر لأحد.',
    text: 'التعليق',
    remember: 'تذكّر اسمي وبريدي في هذا الموقع',
    send: 'إرسال',
    sendAgain: 'إرسال مرة أخرى',
    answer: 'رد',
    answerTo: (name) => `الرد على ${name}`,
    inAnswerTo: (name) => `ردًا على ${name}`,
    anonymous: 'مجهول',
    removed: 'حُذف هذا التعليق.',
    waiting: 'بانتظار الموافقة. لا يراه أحد سواك.',
    closed: 'التعليقات مغلقة.',
    joinIn: (host) => `شارك في النقاش على ${host}`,
    readAt: (host) => `اطّلع على المقال في ${host}`,
    needText: 'اكتب تعليقك أولًا.',
    needName: 'أدخل اسمك.',
    needEmail: 'أدخل بريدًا إلكترونيًا صحيحًا، مثل name@example.com.',
    sending: 'جارٍ إرسال تعليقك',
    looking: 'لم يصل رد. نتحقق من وصول تعليقك',
    unsent: 'لم يصل رد. نصّك محفوظ. يمكنك إرساله مرة أخرى؛ لن يظهر مرتين.',
    unsure: 'ربما وصل تعليقك. إذا أرسلته مرة أخرى فقد يظهر مرتين.',
    offline: 'أنت غير متصل. نصّك محفوظ؛ أرسله عندما يعود الاتصال.',
    again: 'اضغط الزر مرة أخرى من فضلك.',
    approved: 'نُشر تعليقك.',
    pending: 'شكرًا. تعليقك بانتظار الموافقة.',
    login: 'للتعليق عليك تسجيل الدخول في موقع الناشر. نصّك محفوظ هنا.',
    duplicate: 'سبق أن أرسلت هذا التعليق. ربما ينتظر الموافقة.',
    flood: (count) => `هذا سريع جدًا. انتظر ${seconds(count)} ثم أرسله مرة أخرى.`,
    tooLong: 'تعليقك طويل جدًا. اختصره ثم أرسله مرة أخرى.',
    disallowed: 'لا يقبل الناشر هذا التعليق.',
    invalid: 'ثمة نقص. راجع اسمك وبريدك وتعليقك.',
    refused: (message) => `لم يُقبل تعليقك. ${message}`.trim(),
  },
  'newsletter-form': {
    email: 'عنوان البريد الإلكتروني',
    name: 'الاسم (اختياري)',
    join: 'اشتراك',
    sending: 'جارٍ الإرسال…',
    subscribed: 'تم اشتراكك. شكرًا لك!',
    confirm: 'راجع بريدك: اتبع الرابط في رسالتنا للتأكيد.',
    already: 'هذا العنوان مشترك من قبل.',
    noAddress: 'أدخل عنوان بريدك الإلكتروني.',
    badAddress: 'أدخل عنوانًا مثل name@example.com.',
    refused: 'لم يُقبل هذا العنوان. يُرجى التحقق منه.',
    noConsent: 'ضع علامة في المربع للاشتراك.',
    again: 'اضغط الزر مرة أخرى من فضلك.',
    wait: (count) => `محاولات كثيرة. حاول مرة أخرى ${count ? `بعد ${minutes(count)}` : 'لاحقًا'}.`,
    page: (host) => `أكمل الاشتراك على ${host}`,
    opened: (host) => `أكمل الاشتراك في صفحة ${host} التي فُتحت للتو.`,
    unsent: 'لم يصل رد يفيد بالنجاح. ما كتبته لا يزال هنا.',
    frame: (host) => `نشرة ${host}`,
  },
});
