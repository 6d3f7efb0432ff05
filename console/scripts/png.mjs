// Pictures of pages as small PNG files.
import { crc32, deflateSync } from 'node:zlib'

const COLOURS = 256

/** A screenshot with the 256 colours that it uses most, every other one as the nearest of them: a page has few, and shades between them at its letters. */
export async function smaller(page, screenshot) {
  const { width, height, rgba } = await page.evaluate(async (source) => {
    const bitmap = await createImageBitmap(await (await fetch(source)).blob())
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    pen.drawImage(bitmap, 0, 0)
    const file = new FileReader()
    file.readAsDataURL(new Blob([pen.getImageData(0, 0, bitmap.width, bitmap.height).data]))
    await new Promise((resolve) => (file.onload = resolve))
    return { width: bitmap.width, height: bitmap.height, rgba: file.result.slice(file.result.indexOf(',') + 1) }
  }, `data:image/png;base64,${screenshot.toString('base64')}`)
  return png(width, height, Buffer.from(rgba, 'base64'))
}

function png(width, height, rgba) {
  const colourAt = (pixel) => rgba.readUIntBE(4 * pixel, 3)
  const palette = mostUsed(Array.from({ length: width * height }, (_, pixel) => colourAt(pixel)))
  const index = new Map(palette.map((colour, at) => [colour, at]))
  const rows = Buffer.alloc((1 + width) * height) // before each row the number of its filter, here 0
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = colourAt(pixel)
    if (!index.has(colour)) index.set(colour, nearest(palette, colour))
    rows[pixel + Math.floor(pixel / width) + 1] = index.get(colour)
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]) // 8 bits a pixel, by palette
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const colours = Buffer.concat(palette.map(parts).map((part) => Buffer.from(part)))
  const chunks = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function mostUsed(pixels) {
  const count = new Map()
  for (const colour of pixels) count.set(colour, (count.get(colour) ?? 0) + 1)
  return [...count].sort(([one, often], [other, oftener]) => oftener - often || one - other).slice(0, COLOURS).map(([colour]) => colour)
}

const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]

function nearest(palette, colour) {
  const far = (other) => parts(other).reduce((sum, part, i) => sum + (part - parts(colour)[i]) ** 2, 0)
  return palette.reduce((best, other, at) => (far(other) < far(palette[best]) ? at : best), 0)
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
