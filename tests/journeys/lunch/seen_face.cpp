#include <journeys/lunch/seen_face.h>

#include <journeys/wait.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

SeenPage pageIn(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    SeenPage page{object[u"at"_s].toInteger(), {}};
    for (const auto text : object[u"texts"_s].toArray())
        page.texts.append({text[0].toString(), text[1].toString(), {text[2].toDouble(), text[3].toDouble()}});
    return page;
}

} // namespace

QString SeenPage::textAt(const QString& name) const
{
    return textsAt(name).value(0);
}

QStringList SeenPage::textsAt(const QString& name) const
{
    QStringList found;
    for (const SeenText& one : texts)
        if (one.name.split(u'/').contains(name))
            found << one.text;
    return found;
}

const SeenText* SeenPage::find(const QString& name) const
{
    for (const SeenText& one : texts)
        if (one.name.split(u'/').contains(name))
            return &one;
    return nullptr;
}

std::unique_ptr<SeenFace> SeenFace::start(Programs& programs, const QString& name, const QString& program,
                                          const QStringList& arguments, const QString& folder,
                                          const QMap<QString, QString>& more)
{
    const QString file = folder + u'/' + name;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [variable, value] : more.asKeyValueRange())
        environment.insert(variable, value);
    environment.insert(u"LD_PRELOAD"_s, QString::fromLatin1(STARQUEUE_FACE_PROBE_LIBRARY));
    environment.insert(u"STARQUEUE_FACE_PROBE"_s, file);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    if (!programs.start(program, arguments, environment))
        return {};
    return std::unique_ptr<SeenFace>(new SeenFace(name, file));
}

std::unique_ptr<SeenFace> SeenFace::startPhone(Programs& programs, const QString& browser,
                                               const QString& page, const QString& folder)
{
    const QString file = folder + u"/phone"_s;
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty() ||
        !programs.start(u"node"_s, {QString::fromLatin1(STARQUEUE_PHONE_PROBE), browser, page, file}))
        return {};
    return std::unique_ptr<SeenFace>(new SeenFace(u"phone"_s, file));
}

QList<SeenPage> SeenFace::pages() const
{
    QList<SeenPage> all;
    QFile file(m_file + u".jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (QByteArray line = file.readLine(); line.endsWith('\n'); line = file.readLine())
        all.append(pageIn(line));
    return all;
}

SeenPage SeenFace::now() const
{
    const QList<SeenPage> all = pages();
    return all.isEmpty() ? SeenPage{} : all.last();
}

std::optional<SeenPage> SeenFace::until(const std::function<bool(const SeenPage&)>& isSo, qint64 since)
{
    std::optional<SeenPage> found;
    const auto look = [&] {
        const QList<SeenPage> all = pages();
        for (qsizetype i = 0; i < all.size() && !found; ++i)
            if ((all[i].at >= since || i == all.size() - 1) && isSo(all[i]))
                found = all[i];
        return found.has_value();
    };
    (void)waitUntil(look, kSoon);
    return found;
}

void SeenFace::keepPicture(const QString& path) const
{
    QFile wanted(m_file + u".wanted"_s);
    if (wanted.open(QIODevice::WriteOnly))
        wanted.write(path.toUtf8());
    wanted.close();
    (void)waitUntil([&] { return !wanted.exists(); }, kSoon);
}

} // namespace starqueue::journey
