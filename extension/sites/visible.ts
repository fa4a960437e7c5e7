/** Whether a person looking at the page can see an element: drawn, opaque, with a size, within the page. */
export function isVisible(element: Element): boolean {
  if (!element.isConnected) return false;
  if (
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
  )
    return false;
  const box = element.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return false;
  const page = element.ownerDocument.documentElement;
  const [left, top] = [box.left + page.scrollLeft, box.top + page.scrollTop];
  return left + box.width > 0 && top + box.height > 0 && left < Math.max(page.scrollWidth, page.clientWidth);
}
