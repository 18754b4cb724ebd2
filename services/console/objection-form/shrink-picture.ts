/** Longest sides that are tried one after the other, in pixels; a page of text can still be read at the last but one. */
const SIDES = [2600, 2000, 1600, 1200, 900] as const
const QUALITIES = [0.82, 0.65] as const

/**
 * The picture as a JPEG of at most so many bytes, upright as the camera meant it.
 * @throws Error when this browser cannot read it, or it cannot be made that small
 */
export async function shrinkPicture(file: File, most: number): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    for (const side of SIDES)
      for (const quality of QUALITIES) {
        const blob = await drawn(picture, side, quality)
        if (blob.size <= most) return new File([blob], asJpeg(file.name), { type: 'image/jpeg' })
      }
  } finally {
    picture.close()
  }
  throw new Error('the picture cannot be made small enough')
}

async function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const paper = canvas.getContext('2d')
  if (!paper) throw new Error('nothing can be drawn here')
  // JPEG knows nothing that is seen through.
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', quality))
  // A phone gives memory back only for a canvas that is empty.
  canvas.width = 0
  if (!blob) throw new Error('the picture cannot be written')
  return blob
}

const asJpeg = (name: string): string => (/\.jpe?g$/i.test(name) ? name : `${name.replace(/\.[^.]+$/, '')}.jpg`)
