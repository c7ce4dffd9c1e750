import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/page.css";
import "./styles/sentences.css";
import "./styles/figures.css";
import "./styles/small-tables.css";
import "./styles/charts.css";
import "./styles/pane.css";
import "./styles/sources.css";
import "./styles/pledges.css";
import "./styles/forecast.css";
import "./styles/dyad.css";
import "./styles/scenarios.css";
import "./styles/print.css";
import {QueryClient, QueryClientProvider} from "@tanstack/react-query";
import {StrictMode} from "react";
import {createRoot} from "react-dom/client";
import {WatchPage} from "./watch-page.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element #root");

/** An answer of a day doesn't change while a page is open; a failed one is told at once. */
const client = new QueryClient({
  defaultOptions: {queries: {staleTime: Number.POSITIVE_INFINITY, retry: false}},
});

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <WatchPage />
    </QueryClientProvider>
  </StrictMode>,
);
