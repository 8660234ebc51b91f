// How Streamlit's calls meet a view that goes on: each rerun brings fresh data, the page's elements stay.

/** The function Streamlit calls. `make` builds a view for an element; it then has `tell`, `update(data)` and `leave()`. */
export function mounting(make) {
  const mounted = new WeakMap();
  return ({ data, parentElement, setTriggerValue }) => {
    if (!mounted.has(parentElement)) mounted.set(parentElement, make(parentElement));
    const view = mounted.get(parentElement);
    view.tell = setTriggerValue;
    view.update(data);
    // Streamlit also calls this when newer data has overtaken a call, and the view goes on: only a page that is gone ends it.
    return () => {
      if (parentElement.isConnected) return;
      mounted.get(parentElement)?.leave();
      mounted.delete(parentElement);
    };
  };
}
