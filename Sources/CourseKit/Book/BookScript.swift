/// The few lines of script in the book; without them all stays readable, and folds just open.
enum BookScript {
  /// A prediction asks for a guess before it opens, and shows the guess beside the answer.
  static let text = """
    // A prediction opens after a guess, which is remembered on this computer and nowhere else.
    for (const [index, fold] of document.querySelectorAll('details.prediction').entries()) {
      const key = location.pathname + '#' + index;
      const form = document.createElement('form');
      form.className = 'guess';
      form.innerHTML = '<label>Your guess <input autocomplete="off" required></label>'
        + '<button>Show the answer</button>';
      const open = guess => {
        const said = document.createElement('p');
        said.className = 'guessed';
        said.textContent = 'You guessed: ' + guess;
        fold.querySelector('summary').after(said);
        form.remove();
        fold.hidden = false;
        fold.open = true;
      };
      let known = null;
      try { known = localStorage.getItem(key); } catch (_) {}
      if (known !== null) { open(known); fold.open = false; continue; }
      fold.hidden = true;
      fold.before(form);
      form.addEventListener('submit', event => {
        event.preventDefault();
        const guess = form.querySelector('input').value.trim();
        if (!guess) return;
        try { localStorage.setItem(key, guess); } catch (_) {}
        open(guess);
      });
    }

    """
}
