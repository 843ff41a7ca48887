#include <firmware-bridge/simulators/paper/png_file.h>

#include <QImageWriter>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

QString writePng(const raster::Bitmap& picture, const QString& file)
{
    QImage image(picture.width, picture.height, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            image.setPixel(x, y, picture.isBlack(x, y) ? 1 : 0);
    QImageWriter writer(file, "png");
    return writer.write(image) ? QString() : u"%1: %2"_s.arg(file, writer.errorString());
}

} // namespace starqueue::simulators
