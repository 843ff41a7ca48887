#include <journeys/screen.h>

#include <cstdlib>

namespace starqueue::journey {

namespace {

constexpr int kNear = 12;
constexpr int kStep = 4; // every fourth pixel both ways is enough to tell a picture from a blank

bool isNear(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) < kNear && std::abs(qGreen(a) - qGreen(b)) < kNear &&
           std::abs(qBlue(a) - qBlue(b)) < kNear;
}

} // namespace

std::optional<Screen> Screen::start(Programs& programs, QSize size)
{
    const QString geometry = QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height());
    // "-displayfd 1": the server takes a free number and says which.
    QProcess* server =
        programs.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                        QStringLiteral("0"), geometry, QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    if (!server)
        return {};
    QByteArray number;
    while (!number.endsWith('\n') && server->waitForReadyRead(10000))
        number += server->readAllStandardOutput();
    if (number.trimmed().isEmpty())
        return {};
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), QLatin1Char(':') + QString::fromLatin1(number.trimmed()));
    environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    return Screen(environment, size);
}

void Screen::press(QPoint where) const
{
    (void)Programs::output(QStringLiteral("xdotool"),
                           {QStringLiteral("mousemove"), QString::number(where.x()),
                            QString::number(where.y()), QStringLiteral("click"), QStringLiteral("1")},
                           m_environment);
}

void Screen::key(const QString& name) const
{
    // Without a window manager nobody gives the window the keyboard.
    (void)Programs::output(QStringLiteral("xdotool"),
                           {QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                            QStringLiteral("--name"), QStringLiteral("."), QStringLiteral("windowfocus"),
                            QStringLiteral("--sync"), QStringLiteral("key"), name},
                           m_environment);
}

QImage Screen::picture() const
{
    const QByteArray png = Programs::output(QStringLiteral("import"),
                                            {QStringLiteral("-silent"), QStringLiteral("-window"),
                                             QStringLiteral("root"), QStringLiteral("png:-")},
                                            m_environment);
    return QImage::fromData(png, "PNG").convertToFormat(QImage::Format_RGB32);
}

bool Screen::showsSomething() const
{
    const QImage image = picture();
    return !image.isNull() && shareOf(image, image.pixel(0, 0)) < 0.99 && shareOf(image, qRgb(0, 0, 0)) < 0.9;
}

double shareOf(const QImage& picture, QRgb colour)
{
    qint64 all = 0;
    qint64 same = 0;
    for (int y = 0; y < picture.height(); y += kStep)
        for (int x = 0; x < picture.width(); x += kStep) {
            ++all;
            same += isNear(picture.pixel(x, y), colour) ? 1 : 0;
        }
    return all ? static_cast<double>(same) / static_cast<double>(all) : 0;
}

} // namespace starqueue::journey
