#include <kiosk/qr_code.h>

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

using starqueue::kiosk::QrCode;
using starqueue::kiosk::qrModules;

namespace {

QImage painted(const QString& text, int side)
{
    QrCode code;
    code.setSize(QSizeF(side, side));
    code.setText(text);
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    code.paint(&painter);
    return image;
}

TEST(QrCode, HasTheThreeFindersOfTheStandard)
{
    const auto modules = qrModules("http://127.0.0.1:8470/t/abc");
    ASSERT_GE(modules.side, 21);
    EXPECT_EQ((modules.side - 17) % 4, 0);
    const auto dark = [&](int x, int y) { return modules.dark.testBit(y * modules.side + x); };
    const int last = modules.side - 1;
    for (int i = 0; i < 7; ++i) {
        EXPECT_TRUE(dark(i, 0) && dark(0, i) && dark(last - i, 0) && dark(last, i) && dark(0, last - i) &&
                    dark(i, last));
    }
    EXPECT_FALSE(dark(1, 1));
    EXPECT_FALSE(dark(7, 0));
}

TEST(QrCode, DrawsNothingForNothing)
{
    EXPECT_EQ(qrModules("").side, 0);
    EXPECT_EQ(qrModules(QString(8000, 'x')).side, 0) << "too long for any code";
    const QImage image = painted("", 100);
    EXPECT_EQ(image.pixelColor(50, 50), QColor(Qt::white));
}

TEST(QrCode, KeepsItsQuietZoneWhite)
{
    const QImage image = painted("http://127.0.0.1:8470/t/abc", 330);
    const int module = 330 / (qrModules("http://127.0.0.1:8470/t/abc").side + 8);
    int darkInside = 0;
    for (int y = 0; y < 330; ++y) {
        for (int x = 0; x < 330; ++x) {
            const bool edge = std::min({x, y, 329 - x, 329 - y}) < 4 * module;
            const bool dark = image.pixelColor(x, y) == QColor(Qt::black);
            EXPECT_FALSE(edge && dark) << x << "," << y;
            darkInside += dark ? 1 : 0;
        }
    }
    EXPECT_GT(darkInside, 0);
}

} // namespace
