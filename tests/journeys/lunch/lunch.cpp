#include <journeys/lunch/lunch.h>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

/// The first counter of the file serves two services, the second one the next two.
bool shareServices(QByteArray& settings)
{
    const QByteArray all = R"(services = ["account", "plans", "payments", "sim", "business"])";
    for (const char* some : {R"(services = ["account", "plans"])", R"(services = ["payments", "sim"])"}) {
        const qsizetype at = settings.indexOf(all);
        if (at < 0)
            return false;
        settings.replace(at, all.size(), some);
    }
    return true;
}

} // namespace

Lunch::Lunch(LunchOptions options) : HallJourney(options.programs), m_options(std::move(options)) {}

JourneyReport Lunch::run()
{
    const Step<Lunch> steps[]{
        {u"make a hall"_s, &Lunch::prepareHall},
        {u"start the hall service"_s, &Lunch::startHallService},
        {u"open two counters"_s, &Lunch::openCounters},
        {u"start the faces"_s, &Lunch::startFaces},
        {u"open the phone's page"_s, &Lunch::startPhone},
        {u"see the morning on every face"_s, &Lunch::seeMorning},
        {u"pause counter 1 (first call)"_s, &Lunch::pauseCounter},
        {u"see the pause on every face"_s, &Lunch::seePause},
        {u"ask what the change would do (second call)"_s, &Lunch::previewServices},
        {u"give counter 2 the services (third call)"_s, &Lunch::giveServices},
        {u"see the cover on every face"_s, &Lunch::seeCover},
    };
    m_report.served = true;
    return takeSteps(*this, steps);
}

bool Lunch::prepareHall()
{
    return initHall() && rewrite(u"hall.toml"_s, shareServices) &&
           change(u"hall.toml"_s, "# public_url = \"https://q.example.com\"",
                  "public_url = \"http://127.0.0.1:" + QByteArray::number(m_port) + '"');
}

bool Lunch::startFace(std::unique_ptr<SeenFace>& face, const QString& name, const QString& program,
                      const QString& size, const QStringList& more)
{
    const QStringList arguments{u"--hall"_s,       u"http://127.0.0.1:%1"_s.arg(m_port),
                                u"--token-file"_s, file(u"tokens/"_s + name),
                                u"--language"_s,   m_options.language,
                                u"--size"_s,       size};
    face = SeenFace::start(m_programs, name, program, arguments + more, m_dir.path());
    return face != nullptr;
}

bool Lunch::startFaces()
{
    const auto counter = [](const char* id, const char* clerk) {
        return QStringList{u"--counter"_s, QString::fromLatin1(id), u"--clerk"_s, QString::fromLatin1(clerk)};
    };
    return startFace(m_kiosk, u"kiosk-1"_s, u"starqueue-kiosk"_s, u"1080x1920"_s, {u"--kiosk"_s, u"1"_s}) &&
           startFace(m_display, u"display-1"_s, u"starqueue-display"_s, u"1920x1080"_s, {}) &&
           startFace(m_counter1, u"counter-1"_s, u"starqueue-counter"_s, u"420x820"_s, counter("1", "17")) &&
           startFace(m_counter2, u"counter-2"_s, u"starqueue-counter"_s, u"420x820"_s, counter("2", "18"));
}

bool Lunch::startPhone()
{
    if (!m_options.browser.isEmpty())
        m_phone = SeenFace::startPhone(m_programs, m_options.browser, m_phonePage, m_dir.path());
    if (!m_phone)
        m_report.missing << u"browser: the phone's page wasn't looked at"_s;
    return true;
}

bool Lunch::phoneShows(const QString& what, const std::function<bool(const QString&)>& isSo)
{
    return !m_phone || shows(*m_phone, what, [&](const SeenPage& page) {
        return page.textAt(u"number"_s) == m_number && isSo(page.textAt(u"detail"_s));
    });
}

bool Lunch::shows(SeenFace& face, const QString& what, const IsSo& isSo)
{
    const auto page = face.until(isSo, m_told);
    if (!page) {
        QStringList texts;
        for (const SeenText& one : face.now().texts)
            texts << one.name + u" \""_s + one.text + u'"';
        return fault(u"%1 doesn't show %2, but:\n    %3"_s.arg(face.name(), what, texts.join(u"\n    "_s)));
    }
    const qint64 after = m_told > 0 ? std::max<qint64>(page->at - m_told, 0) : 0;
    found(m_told > 0 ? u"%1 shows %2, %3 ms after the answer"_s.arg(face.name(), what).arg(after)
                     : u"%1 shows %2"_s.arg(face.name(), what));
    return true;
}

void Lunch::keepPictures(const QString& when) const
{
    if (m_options.pictures.isEmpty())
        return;
    for (const SeenFace* face :
         {m_kiosk.get(), m_display.get(), m_counter1.get(), m_counter2.get(), m_phone.get()})
        if (face)
            face->keepPicture(
                u"%1/%2-%3-%4.png"_s.arg(m_options.pictures, when, face->name(), m_options.language));
}

} // namespace starqueue::journey
