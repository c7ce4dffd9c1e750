import {useEffect, useState} from "react";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const key = "demarche-theme";

/** Light, dark, or as the system has it. Remembered in this browser. */
export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>(() => themes.find((one) => one === recall()) ?? "auto");
  useEffect(() => {
    if (theme === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", theme);
    remember(theme);
  }, [theme]);
  return (
    <fieldset className="switch theme">
      <legend className="unseen">Paper</legend>
      {themes.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="theme"
            value={one}
            checked={theme === one}
            onChange={() => setTheme(one)}
          />
          {one}
        </label>
      ))}
    </fieldset>
  );
}

/** A browser may refuse storage; then the choice lasts as long as the page. */
function recall(): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(theme: Theme): void {
  try {
    window.localStorage.setItem(key, theme);
  } catch {
    // Nothing to do: see recall.
  }
}
