export default function Screen() {
  return (
    <main class="page">
      <h1>Bring your survey</h1>
    </main>
  );
}
