#include "engine/protocol/frame.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace thalweg;

namespace {

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class FrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsTheLengthInFrontLittleEndian();
    void givesMessagesBackHoweverTheyArrive();
    void refusesAMessageThatIsLongerThanAny();
    void waitsForWhatWasAnnouncedWithoutMakingRoomForIt();
};

void FrameTest::putsTheLengthInFrontLittleEndian()
{
    QCOMPARE(framed(QByteArray(0x0203, 'x')).first(4), QByteArray("\x03\x02\x00\x00", 4));
    QCOMPARE(framed("ab"),
        QByteArray("\x02\x00\x00\x00"
                   "ab",
            6));
}

void FrameTest::givesMessagesBackHoweverTheyArrive()
{
    QVERIFY(rc::check([](const std::vector<std::string> &messages) {
        QByteArray stream;
        for (const std::string &message : messages)
            stream += framed(bytes(message));
        FrameReader reader;
        std::vector<std::string> arrived;
        while (!stream.isEmpty()) {
            const int piece = *rc::gen::inRange(1, 20);
            reader.add(stream.first(std::min<qsizetype>(piece, stream.size())));
            stream.remove(0, piece);
            while (true) {
                const auto next = reader.next();
                RC_ASSERT(next.ok());
                if (!*next)
                    break;
                arrived.push_back((*next)->toStdString());
            }
        }
        RC_ASSERT(arrived == messages);
    }));
}

void FrameTest::refusesAMessageThatIsLongerThanAny()
{
    FrameReader reader;
    reader.add("Welcome to this machine");
    const auto next = reader.next();
    QVERIFY(!next.ok());
    QVERIFY2(next.error().text().contains("Welcome to this machine"), qPrintable(next.error().text()));

    FrameReader oneMore;
    oneMore.add(QByteArray("\x00\x00\x00\x20", 4));
    QVERIFY(!oneMore.next().ok());
}

void FrameTest::waitsForWhatWasAnnouncedWithoutMakingRoomForIt()
{
    FrameReader reader;
    reader.add(QByteArray("\xff\xff\xff\x1f", 4)); // the most there may be
    const auto next = reader.next();
    QVERIFY(next.ok() && !*next);
}

QTEST_GUILESS_MAIN(FrameTest)
#include "frame_test.moc"
