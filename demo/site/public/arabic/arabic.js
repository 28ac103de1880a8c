/** What the page in Arabic needs besides the language: a thread that nobody serves. */
const hour = 3_600_000;
const ago = (hours) => new Date(Date.now() - hours * hour).toISOString();

const comments = [
  {
    id: '1',
    author: 'سلمى الحداد',
    body: '<p>البند الخاص بتأخر السفن أهم من السعر. أتمنى أن يُنشر نصّه.</p>',
    published: ago(30),
    status: 'approved',
  },
  {
    id: '2',
    parentId: '1',
    author: 'Paola Rivas',
    body: '<p>سننشره مع تقرير الموسم، في شهر مارس.</p>',
    published: ago(26),
    status: 'approved',
  },
  {
    id: '3',
    author: 'عمر منصور',
    body: '<p>ثلاثون يومًا في البحر ثم يومان في الجمارك: هنا تُخسر الفاكهة.</p>',
    published: ago(5),
    status: 'approved',
  },
];

for (const box of document.querySelectorAll('nr-comment-box')) Object.assign(box, { comments });
