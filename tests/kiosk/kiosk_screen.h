#pragma once

#include <kiosk/kiosk_model.h>
#include <support/scripted_hall.h>

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

namespace starqueue::kiosk::test {

/// The board of a hall with six services, the last one closed; change it before or between.
[[nodiscard]] QJsonObject sampleBoard();

/// The kiosk's real window, drawn in memory, with a hall that says what `board` holds.
class KioskScreen
{
public:
    KioskScreen();
    ~KioskScreen();

    QJsonObject board = sampleBoard();
    starqueue::test::ScriptedHall hall;
    std::unique_ptr<kiosk::KioskModel> model;
    QStringList warnings;                ///< of the QML engine
    std::chrono::milliseconds now{1000}; ///< steady; passes only as touch() or a test lets it

    /// Starts and waits for the first page with services.
    [[nodiscard]] bool ready();
    /// The hall tells of a change of its board, and the kiosk has taken it.
    [[nodiscard]] bool boardChanged(const QString& key, const QJsonValue& value);
    [[nodiscard]] bool resize(QSize size);

    [[nodiscard]] QQuickWindow* window() const;
    [[nodiscard]] QQuickItem* item(const QString& objectName) const;
    /// A finger on the middle of that item once the page has stood still; false when there is none.
    bool touch(const QString& objectName);
    /// The same at once: the second half of a double tap.
    bool touchAgain(const QString& objectName);
    /// All words that can be seen, one text a line.
    [[nodiscard]] QString words() const;
    [[nodiscard]] bool shows(const QString& words) const;
    /// Texts that are cut off, painted outside of their place, or off the screen.
    [[nodiscard]] QStringList cutTexts() const;

private:
    QQmlApplicationEngine m_engine;
    qint64 m_seq = 1;
};

} // namespace starqueue::kiosk::test
