/** Shows the mails that the demo's WordPress has kept. */
/* global document */
const mails = document.getElementById('mails');
const status = document.getElementById('status');
const look = document.getElementById('look');

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** The text, with its addresses as links. */
const withLinks = (text) =>
  text.split(/(https?:\/\/\S+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    const link = element('a', part);
    link.href = part;
    return link;
  });

function show({ to, subject, text, date }) {
  const mail = element(
    'article',
    element('h2', subject),
    element('p', `To ${to}, ${new Date(date).toLocaleString('en')}`),
    ...text.split('\n\n').map((paragraph) => element('p', ...withLinks(paragraph))),
  );
  mail.className = 'notice mail';
  return mail;
}

async function load() {
  status.textContent = 'Looking …';
  try {
    const kept = await (await fetch(mails.dataset.address)).json();
    mails.replaceChildren(...kept.map(show));
    status.textContent = kept.length === 1 ? '1 mail' : `${kept.length || 'No'} mails`;
  } catch {
    status.textContent = 'The publisher could not be reached.';
  }
}

look.addEventListener('click', load);
await load();
