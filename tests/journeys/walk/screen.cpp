#include <journeys/walk/screen.h>

#include <cstdlib>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

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
    const QString geometry = u"%1x%2x24"_s.arg(size.width()).arg(size.height());
    // "-displayfd 1": the server takes a free number and says which. "-noreset": without it the server starts
    // anew when its last client leaves, which drops a face that connects just as a picture was taken.
    QProcess* server = programs.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-noreset"_s, u"-screen"_s,
                                                  u"0"_s, geometry, u"-nolisten"_s, u"tcp"_s});
    if (!server)
        return {};
    QByteArray number;
    while (!number.endsWith('\n') && server->waitForReadyRead(10000))
        number += server->readAllStandardOutput();
    if (number.trimmed().isEmpty())
        return {};
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, QLatin1Char(':') + QString::fromLatin1(number.trimmed()));
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    return Screen(environment, size);
}

void Screen::press(QPoint where) const
{
    (void)Programs::output(
        u"xdotool"_s,
        {u"mousemove"_s, QString::number(where.x()), QString::number(where.y()), u"click"_s, u"1"_s},
        m_environment);
}

void Screen::key(const QString& name) const
{
    // Without a window manager nobody gives the window the keyboard.
    (void)Programs::output(
        u"xdotool"_s,
        {u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"."_s, u"windowfocus"_s, u"--sync"_s, u"key"_s, name},
        m_environment);
}

QImage Screen::picture() const
{
    const QByteArray png =
        Programs::output(u"import"_s, {u"-silent"_s, u"-window"_s, u"root"_s, u"png:-"_s}, m_environment);
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
