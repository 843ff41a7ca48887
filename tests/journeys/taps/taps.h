#pragma once

#include <journeys/hall_journey.h>
#include <journeys/lunch/seen_face.h>
#include <journeys/taps/touch_screen.h>

#include <chrono>
#include <memory>

namespace starqueue::journey {

struct TapsOptions
{
    QString programs; ///< folder of the built programs
    int services = 5;
    std::chrono::milliseconds between{120};
    bool statutory = false; ///< the kiosk asks for a priority first
};

/// A hand that taps everything twice stands before a real kiosk: on every text of every page two taps, and a
/// number is issued only where the first of them asked for one.
class Taps : private HallJourney
{
public:
    explicit Taps(TapsOptions options);

    [[nodiscard]] JourneyReport run();

private:
    bool prepareHall();
    bool startKiosk();
    bool tapTheStart();
    bool tapThePhonePage();
    bool tapTheStatutoryPage();
    bool tapTheTicket();

    /// Goes to a page, taps each of its texts twice, and comes back to the page each time.
    bool tapEverything(const QString& page, const std::function<bool()>& go);
    bool tapTwice(const QString& page, const SeenText& text, const std::function<bool()>& go);
    bool toStart();
    bool toPhonePage();
    /// Taps that key, once more where the page had only just come, until that text stands there.
    bool tapUntil(const QString& key, const QString& shown);
    [[nodiscard]] bool stands(const QString& name) const;
    void tap(QPointF where);
    /// The numbers that the hall has given.
    [[nodiscard]] int issued();

    TapsOptions m_options;
    std::unique_ptr<SeenFace> m_kiosk;
    std::unique_ptr<TouchScreen> m_hand;
    int m_wanted = 0; ///< numbers that somebody asked for
    int m_taps = 0;
};

} // namespace starqueue::journey
