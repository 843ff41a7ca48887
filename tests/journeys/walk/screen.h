#pragma once

#include <journeys/programs.h>

#include <QImage>
#include <QPoint>
#include <QProcessEnvironment>
#include <QSize>

#include <optional>

namespace starqueue::journey {

/// An X server of one face's own, without a monitor: real input events go in, pictures come out.
class Screen
{
public:
    /// Empty: Xvfb could not be started.
    static std::optional<Screen> start(Programs& programs, QSize size);

    /// What a program needs in its environment to open its window here.
    [[nodiscard]] const QProcessEnvironment& environment() const { return m_environment; }
    /// A window is shown and has drawn something besides one colour.
    [[nodiscard]] bool showsSomething() const;
    void press(QPoint where) const;
    void key(const QString& name) const;
    [[nodiscard]] QImage picture() const;

private:
    Screen(const QProcessEnvironment& environment, QSize size) : m_environment(environment), m_size(size) {}

    QProcessEnvironment m_environment;
    QSize m_size;
};

/// How much of `picture` has about that colour, 0 to 1.
[[nodiscard]] double shareOf(const QImage& picture, QRgb colour);

} // namespace starqueue::journey
