// The theme the user chose, set before the first paint; a file of its own because the policy allows no inline script.
try {
  const theme = localStorage.getItem('sounding-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // storage is closed to us: the system's theme it is
}
