package org.cumulus.bench.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {
  /** What a letter takes of its size, in common fonts, on the average. */
  private static final double LETTER = 0.6;

  private static final List<Bars> CELLS =
      List.of(
          new Bars("float16", "5,000,000", 100, "PyTorch ≈", 0.7, 0.007, 0.1),
          new Bars("float64 logical_and", "5000×1000, axis 0", 0.3, "NumPy, fresh", 0.5, 1.67, 0.2),
          new Bars(
              "complex128", "1000×5000, flat, transposed", 0.3, "a < b & c", 0.5, 1, Double.NaN),
          new Bars("int64", "10", 0.4, "Numba", 0.41, 1.02, 300));

  @ParameterizedTest
  @EnumSource
  void barsAreWithinThePicture(Theme theme) throws Exception {
    Document picture = parse(new BarChart("A & B", CELLS).svg(theme));
    assertWithin(picture);
    // Four pairs, three marks in the legend, the background, and marks of the copies that fit.
    assertEquals(8 + 3 + 1 + 2, picture.getElementsByTagName("rect").getLength());
    assertEquals(2, picture.getElementsByTagName("line").getLength(), "one bar is cut");
  }

  @ParameterizedTest
  @EnumSource
  void namesOfLinesAreApart(Theme theme) throws Exception {
    List<Integer> sizes = List.of(10, 1000, 100_000_000);
    List<Growth> lines = new ArrayList<>();
    for (String title : List.of("Cumulus", "NumPy", "Numba", "PyTorch", "Polars", "copy")) {
      lines.add(new Growth(title, sizes, List.of(100.0, 1.0, 0.5)));
    }
    Document picture = parse(new GrowthChart("Growth", lines).svg(theme));
    assertWithin(picture);
    List<Double> heights = new ArrayList<>();
    for (Element text : elements(picture, "text")) {
      if (lines.stream().anyMatch(line -> line.title().equals(text.getTextContent()))) {
        heights.add(Double.valueOf(text.getAttribute("y")));
      }
    }
    heights.sort(null);
    assertEquals(lines.size(), heights.size());
    for (int index = 1; index < heights.size(); index++) {
      assertTrue(heights.get(index) - heights.get(index - 1) >= 12, heights::toString);
    }
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document picture, String name) {
    NodeList nodes = picture.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < nodes.getLength(); index++) {
      elements.add((Element) nodes.item(index));
    }
    return elements;
  }

  private static void assertWithin(Document picture) {
    String[] box = picture.getDocumentElement().getAttribute("viewBox").split(" ", -1);
    double width = Double.parseDouble(box[2]);
    double height = Double.parseDouble(box[3]);
    for (Element element : elements(picture, "*")) {
      NamedNodeMap attributes = element.getAttributes();
      for (int index = 0; index < attributes.getLength(); index++) {
        assertTrue(!attributes.item(index).getNodeValue().contains("NaN"));
      }
    }
    for (Element text : elements(picture, "text")) {
      double length =
          text.getTextContent().length()
              * LETTER
              * Double.parseDouble(text.getAttribute("font-size"));
      double before =
          switch (text.getAttribute("text-anchor")) {
            case "end" -> 1;
            case "middle" -> 0.5;
            default -> 0;
          };
      double x = Double.parseDouble(text.getAttribute("x")) - before * length;
      assertTrue(x >= 0 && x + length <= width, text.getTextContent());
      assertTrue(Double.parseDouble(text.getAttribute("y")) < height, text.getTextContent());
    }
  }
}
