#include <journeys/taps/taps.h>

#include <journeys/wait.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace starqueue::journey {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kStill = 600ms; // a page takes input half a second after it came
constexpr auto kPress = 30ms;  // how long a quick finger stays down
constexpr QSizeF kWindow{1080, 1920};
const QString kTile = u"service-"_s;

void pass(std::chrono::milliseconds time)
{
    (void)waitUntil([] { return false; }, time);
}

/// One text of each key: the first that stands below its name.
QList<SeenText> oneOfEach(const SeenPage& page)
{
    QList<SeenText> texts;
    QSet<QString> names;
    for (const SeenText& text : page.texts)
        if (!names.contains(text.name)) {
            names.insert(text.name);
            texts.append(text);
        }
    return texts;
}

/// Up to so many, which the first counter serves too.
bool addServices(QByteArray& settings, int count)
{
    QByteArray ids;
    for (int i = 5; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        const char prefix = static_cast<char>('F' + i);
        ids += ", \"more-" + number + '"';
        settings += "\n[[service]]\nid = \"more-" + number + "\"\nprefix = \"" + prefix +
                    "\"\nname = { zh = \"业务" + number + "\", en = \"Service " + number +
                    "\" }\ntypical_minutes = 5\n";
    }
    const QByteArray last = R"("business"])";
    const qsizetype at = settings.indexOf(last);
    settings.replace(at, last.size(), R"("business")" + ids + ']');
    return at > 0;
}

quint16 freeUdpPort()
{
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost);
    return socket.localPort();
}

} // namespace

Taps::Taps(TapsOptions options) : HallJourney(options.programs), m_options(std::move(options)) {}

JourneyReport Taps::run()
{
    const Step<Taps> steps[]{
        {u"make a hall"_s, &Taps::prepareHall},
        {u"start the hall service"_s, &Taps::startHallService},
        {u"start the kiosk"_s, &Taps::startKiosk},
        {u"tap everything twice on the first page"_s, &Taps::tapTheStart},
        {u"tap everything twice on the phone's page"_s, &Taps::tapThePhonePage},
        {u"tap everything twice where priority is asked"_s, &Taps::tapTheStatutoryPage},
        {u"tap everything twice on the ticket's page"_s, &Taps::tapTheTicket},
    };
    m_report.served = true;
    (void)takeSteps(*this, steps);
    found(u"%1 double taps, %2 numbers wanted"_s.arg(m_taps).arg(m_wanted));
    return m_report;
}

bool Taps::prepareHall()
{
    const auto add = [this](QByteArray& text) { return addServices(text, m_options.services); };
    return initHall() && rewrite(u"hall.toml"_s, add) &&
           (!m_options.statutory ||
            change(u"hall.toml"_s, "granted = [\"usher\"]", "granted = [\"usher\", \"kiosk\"]"));
}

bool Taps::startKiosk()
{
    const quint16 port = freeUdpPort();
    m_hand = std::make_unique<TouchScreen>(port);
    const QStringList arguments{u"--hall"_s, u"http://127.0.0.1:%1"_s.arg(m_port), u"--token-file"_s,
                                file(u"tokens/kiosk-1"_s)};
    m_kiosk = SeenFace::start(m_programs, u"kiosk-1"_s, u"starqueue-kiosk"_s, arguments, m_dir.path(),
                              {{u"QT_QPA_GENERIC_PLUGINS"_s, u"tuiotouch:udp=%1"_s.arg(port)},
                               {u"QT_TUIOTOUCH_DELIVER_WITHOUT_FOCUS"_s, u"1"_s}});
    return m_kiosk && waitUntil([this] { return stands(u"identify-button"_s); }, kSoon);
}

bool Taps::tapTheStart()
{
    return tapEverything(u"start"_s, [this] { return toStart(); });
}

bool Taps::tapThePhonePage()
{
    return tapEverything(u"phone"_s, [this] { return toPhonePage(); });
}

bool Taps::tapTheStatutoryPage()
{
    return !m_options.statutory || tapEverything(u"statutory"_s, [this] {
        return stands(u"statutory-none"_s) ||
               (toStart() && tapUntil(kTile + u"account"_s, u"statutory-none"_s));
    });
}

bool Taps::tapTheTicket()
{
    return tapEverything(u"ticket"_s, [this] {
        if (stands(u"ticket-number"_s))
            return true;
        if (!toStart())
            return false;
        ++m_wanted;
        if (!m_options.statutory)
            return tapUntil(kTile + u"account"_s, u"ticket-number"_s);
        return tapUntil(kTile + u"account"_s, u"statutory-none"_s) &&
               tapUntil(u"statutory-none"_s, u"ticket-number"_s);
    });
}

bool Taps::tapEverything(const QString& page, const std::function<bool()>& go)
{
    if (!go())
        return false;
    pass(kStill);
    for (const SeenText& text : oneOfEach(m_kiosk->now()))
        if (!tapTwice(page, text, go))
            return false;
    return true;
}

bool Taps::tapTwice(const QString& page, const SeenText& text, const std::function<bool()>& go)
{
    if (!go())
        return false;
    pass(kStill);
    const bool wants = page == "start"_L1 ? !m_options.statutory && text.name.contains(kTile)
                                          : page != "ticket"_L1 && text.name.contains("statutory-"_L1);
    m_wanted += wants ? 1 : 0;
    ++m_taps;
    tap(text.middle);
    pass(m_options.between - kPress);
    tap(text.middle);
    pass(kStill);
    const int numbers = issued();
    return numbers <= m_wanted || fault(u"two taps on \"%1\" (%2) of the %3 page: %4 numbers, %5 wanted"_s
                                            .arg(text.text, text.name, page)
                                            .arg(numbers)
                                            .arg(m_wanted));
}

bool Taps::toStart()
{
    const auto isThere = [this] { return stands(u"identify-button"_s); };
    for (const char* key : {"done-button", "noted-button", "skip-button", "back-button", "close-button"})
        if (!isThere() && stands(QString::fromLatin1(key)))
            return tapUntil(QString::fromLatin1(key), u"identify-button"_s);
    return waitUntil(isThere, kSoon);
}

bool Taps::toPhonePage()
{
    return stands(u"skip-button"_s) || (toStart() && tapUntil(u"identify-button"_s, u"skip-button"_s));
}

bool Taps::tapUntil(const QString& key, const QString& shown)
{
    for (int tries = 0; tries < 5; ++tries) {
        pass(kStill);
        if (stands(shown))
            return true;
        const SeenPage page = m_kiosk->now();
        if (const SeenText* text = page.find(key))
            tap(text->middle);
        if (waitUntil([&] { return stands(shown); }, 2s))
            return true;
    }
    return fault(u"\"%1\" doesn't lead to \"%2\""_s.arg(key, shown));
}

bool Taps::stands(const QString& name) const
{
    return m_kiosk->now().find(name) != nullptr;
}

void Taps::tap(QPointF where)
{
    m_hand->down({where.x() / kWindow.width(), where.y() / kWindow.height()});
    pass(kPress);
    m_hand->up();
}

int Taps::issued()
{
    int numbers = 0;
    const auto answer = ask(u"usher"_s, u"/services"_s);
    const QJsonArray services = answer ? QJsonDocument::fromJson(answer->body).array() : QJsonArray();
    for (const QJsonValue service : services)
        numbers += service[u"waiting"_s].toInt(); // nobody is called here
    return services.isEmpty() ? 1000 : numbers;
}

} // namespace starqueue::journey
