#pragma once

#include <journeys/hall_journey.h>
#include <journeys/lunch/seen_face.h>

#include <memory>
#include <optional>
#include <vector>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

struct LunchOptions
{
    QString programs;           ///< folder of the built programs
    QString language = u"zh"_s; ///< "zh" or "en"
    QString pictures;           ///< folder for a picture of each face; empty: none
    QString browser;            ///< Chromium; empty: the phone's page is left out
};

/// A duty manager covers a lunch break: counter 1, which alone serves two services, pauses, and counter 2
/// gets them, in three calls of the API. What every real face shows before, between and after is looked at.
class Lunch : private HallJourney
{
public:
    explicit Lunch(LunchOptions options);

    [[nodiscard]] JourneyReport run();

private:
    using IsSo = std::function<bool(const SeenPage&)>;

    bool prepareHall();
    bool startFaces();
    bool startPhone();
    bool openCounters();
    bool seeMorning();
    bool pauseCounter();
    bool seePause();
    bool previewServices();
    bool giveServices();
    bool seeCover();

    /// Says how long after the last call the face showed it.
    bool shows(SeenFace& face, const QString& what, const IsSo& isSo);
    bool startFace(std::unique_ptr<SeenFace>& face, const QString& name, const QString& program,
                   const QString& size, const QStringList& more);
    /// Likewise the phone's page, where there is a browser.
    bool phoneShows(const QString& what, const std::function<bool(const QString&)>& isSo);
    void keepPictures(const QString& when) const;
    [[nodiscard]] bool isChinese() const { return m_options.language == u"zh"; }
    /// In the language of the faces.
    [[nodiscard]] QString word(const char* zh, const char* en) const
    {
        return QString::fromUtf8(isChinese() ? zh : en);
    }
    [[nodiscard]] QString notYet() const { return word("窗口尚未开始办理", "Counters aren't open yet"); }

    LunchOptions m_options;
    std::unique_ptr<SeenFace> m_kiosk;
    std::unique_ptr<SeenFace> m_display;
    std::unique_ptr<SeenFace> m_counter1;
    std::unique_ptr<SeenFace> m_counter2;
    std::unique_ptr<SeenFace> m_phone; ///< null: without a browser
    QString m_number;
    QString m_phonePage;
    QString m_asOf; ///< of the preview
};

} // namespace starqueue::journey
