/** What a developer would write by hand: a listener on a form that stands in the page. */
const form = document.querySelector('form')!;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const email = new FormData(form).get('email');
  void fetch(form.action, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  }).then(({ ok }) => {
    document.querySelector('[role=status]')!.textContent = ok ? 'Thank you.' : 'Try again.';
  });
});
form.dataset['ready'] = '';
