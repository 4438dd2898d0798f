//! The merchant's logo, from the bytes they uploaded.
//!
//! In: PNG, JPEG, WebP or SVG. Out: a picture that can be drawn.
//! Not here: deciding what may be uploaded (`domain::Logo`).

use domain::Logo as Upload;
use krilla::geom::{Size, Transform};
use krilla::image::Image;
use krilla::surface::Surface;
use krilla_svg::{SurfaceExt, SvgSettings};
use usvg::{ImageHrefResolver, Options, Tree};

/// A picture that can be drawn.
pub(crate) enum Logo {
    Pixels(Image),
    Shapes(Box<Tree>),
}

impl Logo {
    /// Reads a picture; nothing if it cannot be read, for an invoice matters more than its logo.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let data = || bytes.to_vec().into();
        match Upload::media_type_of(bytes).ok()? {
            "image/png" => Image::from_png(data(), false).ok().map(Self::Pixels),
            "image/jpeg" => Image::from_jpeg(data(), false).ok().map(Self::Pixels),
            "image/webp" => Image::from_webp(data(), false).ok().map(Self::Pixels),
            _ => {
                // A picture inside the picture stays as it is embedded; nothing is read from the disk.
                let image_href_resolver = ImageHrefResolver {
                    resolve_string: Box::new(|_, _| None),
                    ..ImageHrefResolver::default()
                };
                let options = Options { image_href_resolver, ..Options::default() };
                let tree = Tree::from_data(bytes, &options).ok().filter(|tree| tree.root().has_children())?;
                Some(Self::Shapes(Box::new(tree)))
            }
        }
    }

    /// Width and height in points, as large as fits into a box without changing its shape.
    pub(crate) fn fit(&self, width: f32, height: f32) -> (f32, f32) {
        let (own_width, own_height) = match self {
            Self::Pixels(image) => (image.size().0 as f32, image.size().1 as f32),
            Self::Shapes(tree) => (tree.size().width(), tree.size().height()),
        };
        let scale = (width / own_width.max(1.0)).min(height / own_height.max(1.0));
        (own_width * scale, own_height * scale)
    }

    pub(crate) fn draw(&self, surface: &mut Surface<'_>, x: f32, y: f32, width: f32, height: f32) {
        let Some(size) = Size::from_wh(width, height) else { return };
        surface.push_transform(&Transform::from_translate(x, y));
        match self {
            Self::Pixels(image) => surface.draw_image(image.clone(), size),
            Self::Shapes(tree) => {
                let _ =
                    surface.draw_svg(tree, size, SvgSettings { embed_text: false, ..SvgSettings::default() });
            }
        }
        surface.pop();
    }
}
