/**
 * What runs in the page of a picture: zooming by button, key and wheel, going to the source of a box, and drawing it as PNG when it is asked.
 * https://code.visualstudio.com/api/extension-guides/webview
 */
export const pictureScript = `
(() => {
  const host = acquireVsCodeApi()
  host.setState(JSON.parse(document.body.dataset.subject))
  const main = document.querySelector('main')
  const svg = document.querySelector('svg.entitle')
  const [width, height] = ['width', 'height'].map(name => Number(svg.getAttribute(name)))
  let scale = 1
  const zoom = next => {
    scale = Math.min(4, Math.max(0.1, next))
    svg.setAttribute('width', width * scale)
    svg.setAttribute('height', height * scale)
    document.getElementById('zoom').value = Math.round(scale * 100) + ' %'
  }
  const fit = () => zoom(Math.min(main.clientWidth / width, main.clientHeight / height, 1))
  const go = box => {
    const { uri, line } = box.dataset
    if (uri !== undefined) host.postMessage({ go: { uri, line: Number(line) } })
  }
  const boxOf = event => event.target.closest('.box')
  document.getElementById('larger').addEventListener('click', () => zoom(scale * 1.2))
  document.getElementById('smaller').addEventListener('click', () => zoom(scale / 1.2))
  document.getElementById('whole').addEventListener('click', fit)
  svg.addEventListener('click', event => { const box = boxOf(event); if (box) go(box) })
  document.addEventListener('keydown', event => {
    const box = boxOf(event)
    if (box && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); return go(box) }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') zoom(scale * 1.2)
    else if (event.key === '-') zoom(scale / 1.2)
    else if (event.key === '0') fit()
  })
  main.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    zoom(event.deltaY < 0 ? scale * 1.1 : scale / 1.1)
  }, { passive: false })
  window.addEventListener('message', ({ data }) => {
    if (data.png === undefined) return
    const image = new Image()
    const fail = () => host.postMessage({ png: data.png, failed: true })
    image.onerror = fail
    image.onload = () => {
      try {
        const times = Math.min(2, 8000 / width, 8000 / height)
        const canvas = document.createElement('canvas')
        canvas.width = Math.ceil(width * times)
        canvas.height = Math.ceil(height * times)
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
        host.postMessage({ png: data.png, data: canvas.toDataURL('image/png').split(',')[1] })
      } catch { fail() }
    }
    const whole = svg.cloneNode(true)
    whole.setAttribute('width', width)
    whole.setAttribute('height', height)
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(whole))
  })
})()
`
