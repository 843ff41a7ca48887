#pragma once

#include <journeys/journey_report.h>
#include <journeys/lunch/seen_face.h>
#include <journeys/programs.h>
#include <journeys/steps.h>

#include <client/hall_client.h>

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

/// What the hall answered; empty when it is no object.
[[nodiscard]] QJsonObject objectOf(const client::Answer& answer);

struct LunchOptions
{
    QString programs;           ///< folder of the built programs
    QString language = u"zh"_s; ///< "zh" or "en"
    QString pictures;           ///< folder for a picture of each face; empty: none
    QString browser;            ///< Chromium; empty: the phone's page is left out
};

/// A duty manager covers a lunch break: counter 1, which alone serves two services, pauses, and counter 2
/// gets them, in three calls of the API. What every real face shows before, between and after is looked at.
class Lunch
{
public:
    explicit Lunch(LunchOptions options);

    [[nodiscard]] JourneyReport run();

private:
    using IsSo = std::function<bool(const SeenPage&)>;

    bool prepareHall();
    bool startHall();
    bool startFaces();
    bool startPhone();
    bool openCounters();
    bool seeMorning();
    bool pauseCounter();
    bool seePause();
    bool previewServices();
    bool giveServices();
    bool seeCover();

    [[nodiscard]] std::optional<client::Answer> ask(const QString& token, const QString& path);
    [[nodiscard]] std::optional<client::Answer> tell(const QString& token, const QString& path,
                                                     QJsonObject body = {});
    /// Says how long after the last call the face showed it.
    bool shows(SeenFace& face, const QString& what, const IsSo& isSo);
    bool startFace(std::unique_ptr<SeenFace>& face, const QString& name, const QString& program,
                   const QString& size, const QStringList& more);
    /// Likewise the phone's page, where there is a browser.
    bool phoneShows(const QString& what, const std::function<bool(const QString&)>& isSo);
    void keepPictures(const QString& when) const;
    [[nodiscard]] QString file(const QString& name) const { return m_dir.filePath(name); }
    [[nodiscard]] bool isChinese() const { return m_options.language == u"zh"; }
    /// In the language of the faces.
    [[nodiscard]] QString word(const char* zh, const char* en) const
    {
        return QString::fromUtf8(isChinese() ? zh : en);
    }
    [[nodiscard]] QString notYet() const { return word("窗口尚未开始办理", "Counters aren't open yet"); }
    void found(const QString& text) { m_report.findings << text; }
    bool fault(const QString& text);

    LunchOptions m_options;
    QTemporaryDir m_dir;
    quint16 m_port = 0;
    JourneyReport m_report;
    Programs m_programs;
    std::unique_ptr<SeenFace> m_kiosk;
    std::unique_ptr<SeenFace> m_display;
    std::unique_ptr<SeenFace> m_counter1;
    std::unique_ptr<SeenFace> m_counter2;
    std::unique_ptr<SeenFace> m_phone; ///< null: without a browser
    QString m_number;
    QString m_phonePage;
    QString m_asOf;    ///< of the preview
    qint64 m_told = 0; ///< when the last call was answered, ms since the epoch
};

} // namespace starqueue::journey
