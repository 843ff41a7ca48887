#include <client/ui/theme.h>

#include <QFont>
#include <QGuiApplication>

#include <cmath>

namespace starqueue::ui {

struct Theme::Sizes
{
    int small, body, heading, title, number, radius, margin, gap, target;
};

namespace {
constexpr double kLargeBody = 1.5;
constexpr double kLargeTitle = 1.2;
} // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme* Theme::create(QQmlEngine*, QJSEngine*)
{
    QQmlEngine::setObjectOwnership(&instance(), QQmlEngine::CppOwnership);
    return &instance();
}

void Theme::use(ThemeData data)
{
    m_data = std::move(data);
    QFont font(m_data.fontFamily);
    font.setPixelSize(body());
    QGuiApplication::setFont(font);
    emit themeChanged();
}

void Theme::use(Kind kind)
{
    m_kind = kind;
    emit sizesChanged();
}

void Theme::setLargeText(bool large)
{
    if (std::exchange(m_largeText, large) != large)
        emit sizesChanged();
}

void Theme::setReducedMotion(bool reduced)
{
    if (std::exchange(m_reducedMotion, reduced) != reduced)
        emit sizesChanged();
}

const Theme::Sizes& Theme::sizes() const
{
    static constexpr Sizes kKiosk{34, 34, 52, 72, 340, 28, 64, 28, 120};
    static constexpr Sizes kWall{40, 44, 52, 60, 230, 28, 56, 28, 120};
    static constexpr Sizes kDesk{13, 15, 20, 24, 64, 12, 16, 10, 46};
    return m_kind == Kind::Kiosk ? kKiosk : m_kind == Kind::Wall ? kWall : kDesk;
}

int Theme::scaled(int size, double factor) const
{
    return m_largeText ? static_cast<int>(std::lround(size * factor)) : size;
}

int Theme::small() const
{
    return scaled(sizes().small, kLargeBody);
}

int Theme::body() const
{
    return scaled(sizes().body, kLargeBody);
}

int Theme::heading() const
{
    return scaled(sizes().heading, kLargeTitle);
}

int Theme::title() const
{
    return scaled(sizes().title, kLargeTitle);
}

int Theme::number() const
{
    return sizes().number;
}

int Theme::radius() const
{
    return sizes().radius;
}

int Theme::margin() const
{
    return sizes().margin;
}

int Theme::gap() const
{
    return sizes().gap;
}

int Theme::target() const
{
    return sizes().target;
}

} // namespace starqueue::ui
