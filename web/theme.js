// The colours that the reader chose, set before the page is painted.
try {
  const theme = localStorage.getItem('parley.theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* Without storage the system's colours stand. */ }
