// The linked view: Streamlit calls the function below on every rerun with fresh data; the page's elements stay.

import { Atlas } from "./linked.js";

const mounted = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let atlas = mounted.get(parentElement);
  if (!atlas) {
    atlas = new Atlas(parentElement, setTriggerValue);
    mounted.set(parentElement, atlas);
  }
  atlas.tell = setTriggerValue;
  atlas.update(data);
  return () => {
    mounted.get(parentElement)?.leave();
    mounted.delete(parentElement);
  };
}
