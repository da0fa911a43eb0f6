// Old browsers get a plain page that says what to use. Written for engines that know nothing newer than ES3.
;(function () {
  var modern =
    'noModule' in document.createElement('script') &&
    typeof Array.prototype.findLast === 'function' &&
    typeof structuredClone === 'function' &&
    window.CSS &&
    CSS.supports &&
    CSS.supports('height', '1dvh')
  if (!modern) location.replace('/old-browser.html')
})()
