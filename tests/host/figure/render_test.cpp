#include "figure/render.h"

#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <cmath>
#include <thread>

using namespace thalweg;

namespace {

const FigureContent parabola()
{
    FigureContent content { .title = QStringLiteral("A <valley> & more"),
        .x = { .label = QStringLiteral("θ₀"), .minimum = 0, .maximum = 10 },
        .y = { .label = QStringLiteral("J(θ₀)"), .minimum = 0, .maximum = 25 },
        .note = QStringLiteral("at θ₁ = 3") };
    LineLayer line;
    for (int i = 0; i <= 200; ++i) {
        line.x.push_back(i * 0.05);
        line.y.push_back(std::pow(i * 0.05 - 5, 2));
    }
    content.layers.push_back({ .label = QStringLiteral("cost"), .shape = std::move(line), .colour = 0 });
    return content;
}

QByteArray bytesOf(const FigureContent &content, FigureFormat format, const FigureStyle &style = {},
    std::optional<std::int64_t> cursor = {})
{
    const Result<QByteArray> bytes = renderFigure(Figure(content), format, style, cursor);
    return bytes ? *bytes : QByteArray();
}

QImage imageOf(const FigureContent &content, const FigureStyle &style = {}, std::optional<std::int64_t> cursor = {})
{
    return QImage::fromData(bytesOf(content, FigureFormat::Png, style, cursor), "png");
}

QStringList textsOf(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QStringList texts;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("text"))
            texts += reader.readElementText().trimmed();
    }
    return reader.hasError() ? QStringList({ reader.errorString() }) : texts;
}

bool isColour(QRgb pixel, const QColor &colour, int tolerance = 40)
{
    return std::abs(qRed(pixel) - colour.red()) < tolerance && std::abs(qGreen(pixel) - colour.green()) < tolerance
        && std::abs(qBlue(pixel) - colour.blue()) < tolerance;
}

/// The smallest rectangle around the pixels of a colour.
QRect placeOf(const QImage &image, const QColor &colour)
{
    QRect place;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (isColour(image.pixel(x, y), colour))
                place |= QRect(x, y, 1, 1);
    return place;
}

const QColor blue(0x00, 0x66, 0xb3);

FigureContent oneLayer(decltype(Layer::shape) shape)
{
    return { .x = { .label = QStringLiteral("x") },
        .y = { .label = QStringLiteral("y") },
        .layers = { { .shape = std::move(shape), .colour = 0 } } };
}

} // namespace

class RenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEveryWordIntoTheSvg();
    void drawsTheCurveWhereTheNumbersSay();
    void drawsNoiseThatLeavesTheAxesInEveryColumn();
    void hasTheSizeThatWasAskedFor();
    void givesTheSameBytesTwice_data();
    void givesTheSameBytesTwice();
    void makesAPdfOfOnePageWithItsText();
    void keepsHeatMapsLosslessInPdf();
    void drawsAPathUpToTheCursor();
    void axesDoNotMoveWithTheCursor();
    void drawsNothingBeyondTheAxesInSvg();
    void drawsErrorBarsFromEndToEnd();
    void drawsArrowsThatPoint();
    void survivesAnyNumbers_data();
    void survivesAnyNumbers();
    void saysThatThereIsNothingToDraw();
    void coloursAHeatMapByItsNumbers();
    void leavesGapsInAHeatMapClear();
    void drawsATableWithAllItsCells();
    void putsALongLegendBesideThePlot();
    void isDarkWhereAskedTo();
    void writesAWholeFileOrNone();
    void refusesToDrawOnAnotherThread();
    void knowsItsFormatsByName();
};

void RenderTest::writesEveryWordIntoTheSvg()
{
    const QStringList texts = textsOf(bytesOf(parabola(), FigureFormat::Svg));
    for (const char *word : { "A <valley> & more", "at θ₁ = 3", "θ₀", "J(θ₀)", "cost", "10", "25" })
        QVERIFY2(texts.contains(QString::fromUtf8(word)), qPrintable(texts.join('|')));
}

void RenderTest::drawsTheCurveWhereTheNumbersSay()
{
    FigureContent content = parabola();
    content.layers[0].label.clear();
    const QImage image = imageOf(content);
    // The curve reaches both upper corners of the axes, and touches their foot in the middle.
    const QRect curve = placeOf(image, blue);
    const auto middleOf = [&](double x) {
        const int column = curve.left() + static_cast<int>(std::lround(x / 10 * (curve.width() - 1)));
        int sum = 0;
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            if (isColour(image.pixel(column, y), blue)) {
                sum += y;
                ++count;
            }
        }
        return count ? double(sum) / count : -1;
    };
    const double foot = middleOf(5);
    const double head = curve.top();
    QVERIFY(curve.width() > 800 && curve.height() > 500);
    for (double x : { 2.0, 3.0, 4.0, 6.0, 7.0, 8.0 }) {
        const double expected = foot - (foot - head) * std::pow(x - 5, 2) / 25;
        QVERIFY2(std::abs(middleOf(x) - expected) < 8,
            qPrintable(QString("%1: %2, not %3").arg(x).arg(middleOf(x)).arg(expected)));
    }
}

void RenderTest::drawsNoiseThatLeavesTheAxesInEveryColumn()
{
    // Some 20 points a column of pixels, every third of them below the axis.
    LineLayer noise;
    for (int i = 0; i < 20'000; ++i) {
        noise.x.push_back(i / 2000.0);
        noise.y.push_back(i % 3 == 0 ? -5 : i % 3 == 1 ? 20 : 10);
    }
    FigureContent content = parabola();
    content.layers = { { .shape = std::move(noise), .colour = 0 } };
    const QImage image = imageOf(content);
    const QRect drawn = placeOf(image, blue);
    QVERIFY(drawn.width() > image.width() * 3 / 4);
    for (int column = drawn.left(); column <= drawn.right(); ++column) {
        int count = 0;
        for (int y = drawn.top(); y <= drawn.bottom(); ++y)
            count += isColour(image.pixel(column, y), blue);
        QVERIFY2(count > drawn.height() / 2, qPrintable(QStringLiteral("column %1: %2 pixels").arg(column).arg(count)));
    }
}

void RenderTest::hasTheSizeThatWasAskedFor()
{
    QCOMPARE(imageOf(parabola()).size(), QSize(1280, 840));
    FigureStyle style;
    style.width = 300;
    style.height = 200;
    style.scale = 3;
    QCOMPARE(imageOf(parabola(), style).size(), QSize(900, 600));
    QVERIFY(bytesOf(parabola(), FigureFormat::Svg, style).contains("viewBox=\"0 0 300 200\""));
}

void RenderTest::givesTheSameBytesTwice_data()
{
    QTest::addColumn<FigureFormat>("format");
    QTest::newRow("png") << FigureFormat::Png;
    QTest::newRow("svg") << FigureFormat::Svg;
    QTest::newRow("pdf") << FigureFormat::Pdf;
}

void RenderTest::givesTheSameBytesTwice()
{
    QFETCH(FigureFormat, format);
    const QByteArray first = bytesOf(parabola(), format);
    QTest::qWait(1100); // a time written in seconds would differ
    QVERIFY(!first.isEmpty());
    QVERIFY(bytesOf(parabola(), format) == first);
}

void RenderTest::makesAPdfOfOnePageWithItsText()
{
    QVERIFY2(!QStandardPaths::findExecutable("pdftotext").isEmpty(), "needs poppler-utils");
    QTemporaryDir directory;
    const QString path = directory.filePath("a.pdf");
    QVERIFY(writeFigure(Figure(parabola()), FigureFormat::Pdf, path));
    QProcess process;
    process.start("pdftotext", { path, "-" });
    QVERIFY(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(text.contains("A <valley> & more") && text.contains("J(θ₀)") && text.contains("25"), qPrintable(text));
    QCOMPARE(text.count('\f'), 1);
    process.start("pdfinfo", { path });
    QVERIFY(process.waitForFinished());
    QVERIFY(process.readAllStandardOutput().contains("640 x 420 pts"));
}

FigureContent heatMap()
{
    HeatMapLayer map { .colourLabel = QStringLiteral("height") };
    for (int i = 0; i < 11; ++i) {
        map.grid.x.push_back(i);
        map.grid.y.push_back(i);
    }
    for (int row = 0; row < 11; ++row)
        for (int column = 0; column < 11; ++column)
            map.grid.z.push_back(column);
    return oneLayer(std::move(map));
}

void RenderTest::keepsHeatMapsLosslessInPdf()
{
    const QByteArray pdf = bytesOf(heatMap(), FigureFormat::Pdf);
    QVERIFY(pdf.contains("/Subtype /Image"));
    QVERIFY(!pdf.contains("DCTDecode"));
}

void RenderTest::drawsAPathUpToTheCursor()
{
    FigureContent content = oneLayer(LineLayer { .x = { 0, 1, 2, 3, 4 }, .y = { 0, 1, 2, 3, 4 } });
    content.layers[0].follow = Follow::UpTo;
    content.layers[0].steps = { 0, 1, 2, 3, 4 };
    const QRect whole = placeOf(imageOf(content), blue);
    const QRect half = placeOf(imageOf(content, {}, 2), blue);
    QCOMPARE(half.left(), whole.left());
    QVERIFY(std::abs(half.width() - whole.width() / 2.0) < 8);
    QVERIFY(placeOf(imageOf(content, {}, 0), blue).isEmpty());
}

void RenderTest::axesDoNotMoveWithTheCursor()
{
    FigureContent content = oneLayer(LineLayer { .x = { 0, 1, 2 }, .y = { 0, 100, -100 } });
    content.layers[0].follow = Follow::UpTo;
    content.layers[0].steps = { 0, 1, 2 };
    QCOMPARE(textsOf(bytesOf(content, FigureFormat::Svg, {}, 0)), textsOf(bytesOf(content, FigureFormat::Svg)));
}

void RenderTest::drawsNothingBeyondTheAxesInSvg()
{
    FigureContent content = oneLayer(LineLayer { .x = { -1e300, 0, 1, 2, 1e300 }, .y = { 0, 1e300, 0.5, -7, 3 } });
    content.x.minimum = 0;
    content.x.maximum = 2;
    content.y.minimum = 0;
    content.y.maximum = 1;
    QXmlStreamReader reader(bytesOf(content, FigureFormat::Svg));
    int points = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        for (const QString &pair : reader.attributes().value("points").toString().split(' ', Qt::SkipEmptyParts)) {
            const QStringList numbers = pair.split(',');
            QVERIFY2(numbers[0].toDouble() >= 0 && numbers[0].toDouble() <= 640, qPrintable(pair));
            QVERIFY2(numbers[1].toDouble() >= 0 && numbers[1].toDouble() <= 420, qPrintable(pair));
            ++points;
        }
    }
    QVERIFY(!reader.hasError());
    QVERIFY(points > 0);
}

void RenderTest::drawsErrorBarsFromEndToEnd()
{
    FigureContent content = oneLayer(ErrorBarLayer { { 2, 8 }, { 5, 6 }, { 1, 4 }, { 9, 8 } });
    content.x.minimum = content.y.minimum = 0;
    content.x.maximum = content.y.maximum = 10;
    content.layers[0].ownColour = QStringLiteral("#ff00ff");
    const QColor pink(255, 0, 255);
    const QRect both = placeOf(imageOf(content), pink);
    // From 1 to 9 of 10 upwards, and from one cap to the other across.
    FigureContent frame = oneLayer(LineLayer { .x = { 0, 10 }, .y = { 0, 10 } });
    frame.x.minimum = frame.y.minimum = 0;
    frame.x.maximum = frame.y.maximum = 10;
    frame.layers[0].ownColour = QStringLiteral("#ff00ff");
    const QRect whole = placeOf(imageOf(frame), pink);
    QVERIFY(std::abs(both.height() - 0.8 * whole.height()) < 8);
    QVERIFY(std::abs(both.width() - 0.6 * whole.width()) < 24); // and half a cap at either end
    content.layers[0].label = QStringLiteral("mean ± s");
    QVERIFY(textsOf(bytesOf(content, FigureFormat::Svg)).contains(QStringLiteral("mean ± s")));

    // The axis covers the bars; on a log axis one that reaches 0 goes out at the bottom.
    content = oneLayer(ErrorBarLayer { { 1, 2 }, { 10, 100 }, { 0, 50 }, { 20, 1000 } });
    content.y.scale = FigureAxis::Scale::Log;
    QVERIFY(textsOf(bytesOf(content, FigureFormat::Svg)).contains(QStringLiteral("1000")));
    content = oneLayer(ErrorBarLayer { { 1, 2, 3 }, { 1, std::nan(""), 3 }, { 0, 1, std::nan("") }, { 2, 3, 4 } });
    QVERIFY(!imageOf(content).isNull());
}

void RenderTest::drawsArrowsThatPoint()
{
    FigureContent content = oneLayer(ArrowLayer { { 1 }, { 5 }, { 8 }, { 0 } });
    content.x.minimum = content.y.minimum = 0;
    content.x.maximum = content.y.maximum = 10;
    content.layers[0].ownColour = QStringLiteral("#ff00ff");
    const QColor pink(255, 0, 255);
    const QImage image = imageOf(content);
    const QRect arrow = placeOf(image, pink);
    QVERIFY(arrow.width() > 700);
    const auto heightAt = [&](int x) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            count += isColour(image.pixel(x, y), pink);
        return count;
    };
    QVERIFY(heightAt(arrow.right() - 10) > 2 * heightAt(arrow.left() + 10)); // the head is at the end
    QVERIFY(heightAt(arrow.right() - 2) < heightAt(arrow.right() - 10));
    content.layers[0].shape = ArrowLayer { { 1, 1 }, { 5, 5 }, { 80, 0 }, { 0, 0 } };
    QVERIFY(placeOf(imageOf(content), pink).isNull()); // neither one that leaves the plot nor one without a length
    content.x.maximum = {};
    QVERIFY(!placeOf(imageOf(content), pink).isNull()); // the axis reaches to the tip
}

void RenderTest::survivesAnyNumbers_data()
{
    QTest::addColumn<std::vector<double>>("y");
    QTest::addColumn<bool>("log");
    const double nan = qQNaN();
    for (bool log : { false, true }) {
        const auto row = [log](const char *name, std::vector<double> y) {
            QTest::newRow(qPrintable(QString("%1, %2").arg(name, log ? "log" : "linear"))) << std::move(y) << log;
        };
        row("nothing", {});
        row("a single point", { 3 });
        row("a constant", { 5, 5, 5 });
        row("all zero", { 0, 0 });
        row("tiny", { 1e-300, 2e-300 });
        row("huge", { 1e300, -1e300 });
        row("both", { 1e-300, 1e300 });
        row("the ends of double", { -1.7e308, 1.7e308, 5e-324 });
        row("gaps", { 1, nan, 2, qInf(), -qInf(), 3 });
        row("only gaps", { nan, nan });
        row("an outlier", { 1, 2, 1e250, 3 });
        row("next to each other", { 1, std::nextafter(1.0, 2.0) });
        row("negative", { -1, -2 });
    }
}

void RenderTest::survivesAnyNumbers()
{
    QFETCH(std::vector<double>, y);
    QFETCH(bool, log);
    std::vector<double> x;
    for (std::size_t i = 0; i < y.size(); ++i)
        x.push_back(double(i));
    const auto scale = log ? FigureAxis::Scale::Log : FigureAxis::Scale::Linear;
    FigureContent content { .y = { .scale = scale } };
    content.layers = { { .label = "line", .shape = LineLayer { .x = x, .y = y, .dashed = true, .markers = true } },
        { .label = "points", .shape = ScatterLayer { .x = y, .y = y } },
        { .label = "bars", .shape = BarLayer { .x = x, .height = y } },
        { .label = "band", .shape = BandLayer { .x = x, .lower = x, .upper = y } } };
    const QImage image = imageOf(content);
    QCOMPARE(image.size(), QSize(1280, 840));
    const QByteArray svg = bytesOf(content, FigureFormat::Svg);
    QVERIFY(!textsOf(svg).isEmpty());
    QVERIFY(!svg.contains("nan") && !svg.contains("inf\"") && !svg.contains(",inf"));
}

void RenderTest::saysThatThereIsNothingToDraw()
{
    QVERIFY(textsOf(bytesOf({}, FigureFormat::Svg)).contains("nothing to draw"));
    QVERIFY(!textsOf(bytesOf(parabola(), FigureFormat::Svg)).contains("nothing to draw"));
}

void RenderTest::coloursAHeatMapByItsNumbers()
{
    const FigureContent content = heatMap();
    const QImage image = imageOf(content);
    const int y = image.height() / 2;
    // From the left to the right of the map the colours run from one end of viridis to the other.
    const QRect dark = placeOf(image, QColor(0x44, 0x01, 0x54));
    QVERIFY(isColour(image.pixel(dark.left() + 3, y), QColor(0x44, 0x01, 0x54)));
    const QStringList texts = textsOf(bytesOf(content, FigureFormat::Svg));
    QVERIFY(texts.contains("height") && texts.contains("10") && texts.contains("5.0") == texts.contains("7.5"));

    const auto meanColumn = [&](const QColor &colour) {
        double sum = 0;
        int count = 0;
        for (int x = dark.left(); x < image.width() * 4 / 5; ++x) {
            if (isColour(image.pixel(x, y), colour, 6)) {
                sum += x;
                ++count;
            }
        }
        return sum / count;
    };
    int right = dark.left();
    while (!isColour(image.pixel(right + 1, y), Qt::white, 3))
        ++right;
    // Half-way between the fifth and the sixth of the ten colours that viridis is mixed from.
    const double middle = meanColumn(QColor(0x22, 0x90, 0x8c));
    QVERIFY2(std::abs(middle - (dark.left() + right) / 2.0) < 8, qPrintable(QString::number(middle)));
}

void RenderTest::leavesGapsInAHeatMapClear()
{
    FigureContent content = heatMap();
    std::get<HeatMapLayer>(content.layers[0].shape).grid.z.assign(121, qQNaN());
    std::get<HeatMapLayer>(content.layers[0].shape).grid.z[0] = 1;
    const QImage image = imageOf(content);
    QVERIFY(isColour(image.pixel(image.width() / 3, image.height() / 3), Qt::white, 30));
}

void RenderTest::drawsATableWithAllItsCells()
{
    FigureContent content { .title = "Scores",
        .layers = { { .shape = TableLayer { .headers = { "measure", "value" },
                          .rows = { { "R²", "0.95" }, { "RMSE", "1.5e-07" }, { "missing", "–" } },
                          .numeric = { false, true } } } } };
    const QStringList texts = textsOf(bytesOf(content, FigureFormat::Svg));
    QCOMPARE(texts, QStringList({ "Scores", "measure", "value", "R²", "0.95", "RMSE", "1.5×10⁻⁷", "missing", "–" }));
    const QImage three = imageOf(content);
    std::get<TableLayer>(content.layers[0].shape).rows.resize(30, { "more", "1" });
    QVERIFY(imageOf(content).height() > three.height() * 4);
}

void RenderTest::putsALongLegendBesideThePlot()
{
    FigureContent content { .x = { .label = "x" }, .y = { .label = "y" } };
    for (int k = 0; k < 16; ++k) {
        LineLayer line;
        for (int i = 0; i <= 20; ++i) {
            line.x.push_back(i);
            line.y.push_back(k + std::sin(i));
        }
        content.layers.push_back({ .label = QString("run %1").arg(k), .shape = line, .colour = k });
    }
    const QStringList texts = textsOf(bytesOf(content, FigureFormat::Svg));
    for (int k = 0; k < 16; ++k)
        QVERIFY(texts.contains(QString("run %1").arg(k)));

    // The plot is narrower than without. Its width is seen from the pink curves, which have no line in the legend.
    const QColor pink(0xd5, 0x7f, 0xb0);
    content.layers[3].label.clear();
    content.layers[11].label.clear();
    const int beside = placeOf(imageOf(content), pink).right();
    for (Layer &layer : content.layers)
        layer.label.clear();
    const int alone = placeOf(imageOf(content), pink).right();
    content.layers[0].label = "only one";
    content.layers[0].colour = -1;
    std::get<LineLayer>(content.layers[0].shape) = { .x = { 0 }, .y = { 0 } };
    content.y.maximum = 40; // which leaves a corner free
    const int within = placeOf(imageOf(content), pink).right();
    QVERIFY2(beside < alone - 100, qPrintable(QString("%1, %2").arg(beside).arg(alone)));
    QVERIFY2(std::abs(within - alone) < 10, qPrintable(QString("%1, %2").arg(within).arg(alone)));
}

void RenderTest::isDarkWhereAskedTo()
{
    FigureStyle dark;
    dark.theme = FigureStyle::Theme::Dark;
    QVERIFY(qGray(imageOf(parabola(), dark).pixel(2, 2)) < 50);
    QVERIFY(qGray(imageOf(parabola()).pixel(2, 2)) > 240);
}

void RenderTest::writesAWholeFileOrNone()
{
    QTemporaryDir directory;
    const QString path = directory.filePath("a.svg");
    QVERIFY(writeFigure(Figure(parabola()), FigureFormat::Svg, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == bytesOf(parabola(), FigureFormat::Svg));

    const QString nowhere = directory.filePath("no/such/folder/a.png");
    const Result<void> failed = writeFigure(Figure(parabola()), FigureFormat::Png, nowhere);
    QVERIFY(!failed);
    QVERIFY2(failed.error().text().startsWith(nowhere), failed.error().what());
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList({ "a.svg" }));
}

void RenderTest::refusesToDrawOnAnotherThread()
{
    QString message;
    std::thread([&] {
        const Result<QByteArray> bytes = renderFigure(Figure(parabola()), FigureFormat::Png);
        message = bytes ? QString() : bytes.error().message();
    }).join();
    QVERIFY2(message.contains("main thread"), qPrintable(message));
}

void RenderTest::knowsItsFormatsByName()
{
    QVERIFY(figureFormat("PNG") == FigureFormat::Png);
    QVERIFY(figureFormat("pdf") == FigureFormat::Pdf);
    QVERIFY(!figureFormat("jpg"));
}

QTEST_MAIN(RenderTest)
#include "render_test.moc"
