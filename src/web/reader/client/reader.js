// A link may ask for any span behind the number sign, which never reaches the server: ask for it as a query as well.
// Without this script, such a link scrolls to the statement that begins and ends there.
function askForMark() {
  const { hash, pathname, search } = window.location;
  const [, asked] = /^#s(?:=|%3D)(\d+-\d+)$/i.exec(hash) ?? [];
  if (asked === undefined || !pathname.startsWith('/articles/')) return;
  if (new URLSearchParams(search).get('s') !== asked) window.location.replace(`?s=${asked}#s=${asked}`);
}

window.addEventListener('hashchange', askForMark);
askForMark();
