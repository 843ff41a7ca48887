#pragma once

#include <journeys/hall_journey.h>
#include <journeys/lunch/seen_face.h>

#include <QStringList>

#include <memory>

namespace starqueue::journey {

/// Every counter of a real hall calls at once; on the real display each number stands after 1, 5, 10 and 30
/// s, and until its service begins.
class AllCall : private HallJourney
{
public:
    struct Options
    {
        QString programs;  ///< folder of the built programs
        QString language;  ///< of the display: "zh" or "en"
        QString pictures;  ///< folder for pictures of the display; empty: none
        int counters = 12; ///< that call
    };

    explicit AllCall(Options options);

    [[nodiscard]] JourneyReport run();

private:
    bool prepareHall();
    bool startDisplay();
    bool openCounters();
    bool callAll();
    bool seeThemAllTheTime();
    bool serveOne();

    bool addCounter(int counter);
    /// All numbers stand now.
    bool seeAll(std::chrono::seconds after);
    /// The numbers on the display, sorted.
    [[nodiscard]] QStringList shown() const;
    [[nodiscard]] static QString tokenOf(int counter);

    Options m_options;
    std::unique_ptr<SeenFace> m_display;
    QStringList m_called; ///< their numbers, by counter
};

} // namespace starqueue::journey
