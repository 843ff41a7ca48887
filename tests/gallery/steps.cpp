#include <gallery/steps.h>

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QMetaProperty>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace starqueue::gallery {

namespace {

using Outcome = tl::expected<void, QString>;

constexpr qint64 kTimeout = 10'000;

QObject* objectAt(QObject& root, const QStringList& path)
{
    QObject* object = &root;
    for (const QString& name : path) {
        if (object)
            object = object->property(name.toUtf8()).value<QObject*>();
    }
    return object;
}

QMetaMethod methodOf(const QObject& object, const QByteArray& name, int parameters)
{
    for (int i = 0; i < object.metaObject()->methodCount(); ++i) {
        const QMetaMethod method = object.metaObject()->method(i);
        if (method.name() == name && method.parameterCount() == parameters)
            return method;
    }
    return {};
}

Outcome call(QObject& root, const QString& path, const QJsonArray& with)
{
    QStringList names = path.split(u'.');
    const QString name = names.takeLast();
    QObject* object = objectAt(root, names);
    const auto count = static_cast<int>(with.size());
    const QMetaMethod method = object ? methodOf(*object, name.toUtf8(), count) : QMetaMethod();
    if (!method.isValid() || count > 1)
        return tl::unexpected(u"the model has no %1() of %2 parameters"_s.arg(path).arg(count));
    QVariant value = with.first().toVariant();
    if (count == 0)
        method.invoke(object);
    else if (value.convert(method.parameterMetaType(0)))
        method.invoke(object, QGenericArgument(value.typeName(), value.constData()));
    else
        return tl::unexpected(u"%1() takes no such value"_s.arg(path));
    return {};
}

Outcome callEach(QObject& root, const QJsonObject& step)
{
    const QString path = step["call"].toString();
    if (!step.contains("each"))
        return call(root, path, step["with"].toArray());
    for (const QJsonValue value : step["each"].toArray()) {
        if (auto called = call(root, path, {value}); !called)
            return called;
    }
    return {};
}

QStringList differences(QObject& root, const QJsonObject& wanted)
{
    QStringList found;
    for (auto field = wanted.begin(); field != wanted.end(); ++field) {
        const QString value = valueAt(root, field.key()).toString();
        if (value != field->toVariant().toString())
            found << u"%1 is \"%2\", not \"%3\""_s.arg(field.key(), value, field->toVariant().toString());
    }
    return found;
}

Outcome waitUntil(QObject& root, const QJsonObject& wanted)
{
    if (eventually([&] { return differences(root, wanted).isEmpty(); }))
        return {};
    return tl::unexpected(differences(root, wanted).join(u"; "_s));
}

Outcome set(QObject& root, const QJsonObject& values)
{
    for (auto field = values.begin(); field != values.end(); ++field) {
        QStringList names = field.key().split(u'.');
        const QString name = names.takeLast();
        QObject* const object = objectAt(root, names);
        if (!object || !object->setProperty(name.toUtf8(), field->toVariant()))
            return tl::unexpected(u"the model has no property %1 to set"_s.arg(field.key()));
    }
    return {};
}

Outcome play(const QJsonObject& step, Face& face, SceneHall& hall, SceneClock& clock)
{
    if (step.contains("call"))
        return callEach(face.model(), step);
    if (step.contains("set"))
        return set(face.model(), step["set"].toObject());
    if (step.contains("until"))
        return waitUntil(face.model(), step["until"].toObject());
    if (step.contains("pass")) {
        clock.pass(std::chrono::seconds(step["pass"].toInt()));
        face.tick();
    } else if (step.contains("event")) {
        hall.change(step["answers"].toObject());
        hall.tell(step["event"].toString(), step["data"].toObject());
    } else if (step["hall"].toString() == "gone"_L1) {
        hall.setDown(true);
    } else {
        return tl::unexpected(u"there is no such step"_s);
    }
    return {};
}

} // namespace

client::FaceClock SceneClock::clock()
{
    return {.wall = [this] { return wall; }, .steady = [this] { return steady; }};
}

void SceneClock::pass(milliseconds time)
{
    steady += time;
    wall = wall.addMSecs(time.count());
}

tl::expected<void, QString> playSteps(const QJsonArray& steps, Face& face, SceneHall& hall, SceneClock& clock,
                                      const std::function<void()>& stepped)
{
    for (const QJsonValue step : steps) {
        if (auto played = play(step.toObject(), face, hall, clock); !played) {
            const QJsonDocument text(step.toObject());
            return tl::unexpected(QString::fromUtf8(text.toJson(QJsonDocument::Compact)) + u": "_s +
                                  played.error());
        }
        stepped();
    }
    return {};
}

QVariant valueAt(QObject& root, const QString& path)
{
    QStringList names = path.split(u'.');
    const QByteArray name = names.takeLast().toUtf8();
    const QObject* object = objectAt(root, names);
    if (!object)
        return {};
    if (const auto* list = qobject_cast<const QAbstractItemModel*>(object); list && name == "rows")
        return list->rowCount();
    const QMetaProperty property =
        object->metaObject()->property(object->metaObject()->indexOfProperty(name));
    const QVariant value = property.read(object);
    return property.isEnumType() ? QVariant(property.enumerator().valueToKey(value.toInt())) : value;
}

bool eventually(const std::function<bool()>& condition)
{
    // Woken by a timer: processEvents() with a time would spin, and starve the network's thread.
    QTimer wake;
    wake.start(10ms);
    QElapsedTimer since;
    since.start();
    while (!condition()) {
        if (since.hasExpired(kTimeout))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace starqueue::gallery
