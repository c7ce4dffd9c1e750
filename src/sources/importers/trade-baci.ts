import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";
import {RecordFault} from "./table-record.ts";

const card: ImporterCard = {
  id: "trade-baci",
  version: 1,
  title: "Yearly trade in goods by HS6 product, reconciled between exporter and importer (BACI)",
  reads:
    "BACI_HS…_Y….csv of CEPII, one file a year: t, i, j, k, v (thousand US$), q (tonnes), countries by number",
  citation:
    "Gaulier, Guillaume, and Soledad Zignago. 2010. BACI: International Trade Database at the Product-Level. CEPII Working Paper 2010-23.",
  licence: "Etalab Open Licence 2.0: free use with citation",
  commercialUse: true,
  datasets: ["trade-products"],
  whole: false,
  scope: {source_dataset: "baci"},
};

export const tradeBaci = tableImporter(card, {
  columns: ["t", "i", "j", "k", "v", "q"],
  // The quantity is not always known.
  missing: ["NA"],
  reader: () => (record) => {
    const year = record.year("t");
    const product = record.text("k");
    if (!/^\d{5,6}$/.test(product))
      throw new RecordFault("k", `${JSON.stringify(product)} is no HS6 product`);
    const values = {
      exporter: record.state("i", "iso-numeric", year),
      importer: record.state("j", "iso-numeric", year),
      year,
      classification: "HS6",
      // Read as a number somewhere on the way, "010121" has lost its zero.
      product: product.padStart(6, "0"),
      value_usd: Math.round(record.number("v") * 1000),
      quantity_tonnes: record.numberOrNull("q"),
      reporter: "reconciled",
      source_dataset: "baci",
    };
    return [{dataset: "trade-products", values}];
  },
});
